package suluh.app.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Roots of certificates that this installation trusts: those that its JDK came with. */
public final class TrustedRoots {
    private TrustedRoots() {}

    /** All roots of the JDK's own list; empty when it has none, and then no signer of a capture is anchored. */
    public static List<X509Certificate> ofTheJdk() {
        Path file = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(in, null);
            List<X509Certificate> roots = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                Certificate certificate = store.getCertificate(alias);
                if (certificate instanceof X509Certificate root) {
                    roots.add(root);
                }
            }
            return roots;
        } catch (IOException | GeneralSecurityException e) {
            return List.of();
        }
    }
}
