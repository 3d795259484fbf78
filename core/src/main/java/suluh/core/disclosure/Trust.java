package suluh.core.disclosure;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import suluh.core.ledger.TrustPolicy;

/**
 * What the person who checks a bundle has from elsewhere than the bundle.
 *
 * @param policy whose signatures count; empty when nothing was given, and the bundle's own policy has to serve
 * @param anchors certificates under which time-stamping authorities stand
 */
public record Trust(Optional<TrustPolicy> policy, List<X509Certificate> anchors) {
    /** Nothing from elsewhere. */
    public static final Trust NOTHING = new Trust(Optional.empty(), List.of());

    public Trust {
        anchors = List.copyOf(anchors);
    }

    /** Nothing but a policy. */
    public static Trust of(TrustPolicy policy) {
        return new Trust(Optional.of(policy), List.of());
    }
}
