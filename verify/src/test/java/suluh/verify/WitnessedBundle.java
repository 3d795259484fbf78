package suluh.verify;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.bouncycastle.operator.OperatorCreationException;
import suluh.core.ledger.Checkpoint;
import suluh.core.ledger.KeyKind;
import suluh.core.ledger.NoteSigner;
import suluh.core.ledger.SignedNote;
import suluh.core.ledger.TrustPolicy;
import suluh.core.ledger.TrustPolicy.Group;
import suluh.core.ledger.TrustPolicy.Party;

/** A small bundle of a log that the other agency's witness cosigns with both of its keys, and an authority stamps. */
final class WitnessedBundle {
    static final Instant AT = Instant.parse("2026-11-24T00:00:00Z");

    final SmallBundle bundle = new SmallBundle();
    final NoteSigner ed25519 = SmallBundle.signer("witness.suluh.test/d11", KeyKind.COSIGNER_ED25519);
    final NoteSigner mlDsa = SmallBundle.signer("witness.suluh.test/d11", KeyKind.COSIGNER_ML_DSA_44);
    final TestStamps stamps = new TestStamps(AT);

    WitnessedBundle() throws GeneralSecurityException, OperatorCreationException, IOException {
        SequencedMap<String, Party> witnesses = new LinkedHashMap<>();
        witnesses.put("d11-ed25519", new Party("d11-ed25519", ed25519.key(), Optional.empty()));
        witnesses.put("d11-ml-dsa-44", new Party("d11-ml-dsa-44", mlDsa.key(), Optional.empty()));
        SequencedMap<String, Group> groups = new LinkedHashMap<>();
        groups.put("d11", new Group(2, List.copyOf(witnesses.keySet())));
        bundle.policy = new TrustPolicy(TrustPolicy.ofLog(bundle.key).logs(), witnesses, groups, "d11");
        bundle.signing = this::signed;
        bundle.stamping = note -> List.of(stamps.over(note));
    }

    SignedNote signed(Checkpoint checkpoint) {
        return bundle.log.sign(checkpoint).with(List.of(ed25519.cosign(checkpoint, AT), mlDsa.cosign(checkpoint, AT)));
    }
}
