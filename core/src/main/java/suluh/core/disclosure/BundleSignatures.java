package suluh.core.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import suluh.core.ledger.Checkpoint;
import suluh.core.ledger.LedgerFormatException;
import suluh.core.ledger.SignedNote;
import suluh.core.ledger.TrustPolicy;
import suluh.core.ledger.TrustPolicy.Party;
import suluh.core.ledger.TrustPolicy.Standing;
import suluh.core.timestamp.TimestampCheck;
import suluh.core.timestamp.TimestampFormatException;
import suluh.core.timestamp.TimestampToken;
import suluh.core.timestamp.TimestampVerdict;

/** Who signed a bundle's checkpoint: the log, the witnesses and the time-stamping authorities. */
final class BundleSignatures {
    private final byte[] noteBytes;
    private final SignedNote note;
    private final Checkpoint checkpoint;
    private final TrustPolicy policy;
    private final Standing standing;
    private final Trust trust;
    private final List<String> stamps = new ArrayList<>();

    private BundleSignatures(byte[] noteBytes, TrustPolicy inside, Trust trust) throws LedgerFormatException {
        this.noteBytes = noteBytes.clone();
        this.note = SignedNote.parse(noteBytes);
        this.checkpoint = Checkpoint.parse(note.text());
        this.policy = trust.policy().orElse(inside);
        this.standing = policy.standingOf(note);
        this.trust = trust;
    }

    /** Reads note and policy; the policy inside must be in the one form that Suluh writes. */
    static BundleSignatures read(byte[] note, byte[] insidePolicy, Trust trust)
            throws LedgerFormatException, BundleFault {
        TrustPolicy inside = TrustPolicy.parse(insidePolicy);
        if (!java.util.Arrays.equals(inside.render().getBytes(java.nio.charset.StandardCharsets.UTF_8), insidePolicy)) {
            throw new BundleFault(BundleLayout.POLICY, "a policy in the form that Suluh writes", "another form of it");
        }
        return new BundleSignatures(note, inside, trust);
    }

    Checkpoint checkpoint() {
        return checkpoint;
    }

    /** Step: the log has signed. */
    String log() throws BundleFault {
        Party log = standing.log()
                .orElseThrow(() -> new BundleFault(
                        BundleLayout.CHECKPOINT,
                        "a signature by "
                                + policy.logs().stream()
                                        .map(party -> party.key().line())
                                        .collect(Collectors.joining(" or ")),
                        "none that verifies"));
        return "by " + log.name() + (trust.policy().isPresent() ? "" : ", with the key inside the bundle only");
    }

    /** Step: enough witnesses have cosigned; the policy inside the bundle can only be told, not enforced. */
    String witnesses() throws BundleFault {
        if (!standing.quorumMet() && trust.policy().isPresent()) {
            throw new BundleFault(
                    BundleLayout.CHECKPOINT,
                    "cosignatures that meet the quorum " + policy.quorum(),
                    "cosigned by "
                            + names(standing.cosigned().sequencedKeySet().stream()
                                    .toList()) + "; missing " + names(standing.missing()));
        }
        if (policy.witnesses().isEmpty()) {
            return "no witness is named: one agency alone vouches for the log";
        }
        return cosigned() + (standing.missing().isEmpty() ? "" : "; MISSING: " + names(standing.missing()));
    }

    private String cosigned() {
        return "by "
                + standing.cosigned().entrySet().stream()
                        .map(entry -> entry.getKey() + " at " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String names(List<String> names) {
        return names.isEmpty() ? "nobody" : String.join(", ", names);
    }

    /** Step: each time-stamp token is an authority's stamp on the checkpoint. */
    String timestamps(SortedMap<String, byte[]> tokens) throws BundleFault {
        for (var token : tokens.entrySet()) {
            stamps.add(stamp(token.getKey(), token.getValue()));
        }
        return stamps.isEmpty() ? "no token: the time is that of the log's own clock" : String.join("; ", stamps);
    }

    private String stamp(String path, byte[] bytes) throws BundleFault {
        TimestampVerdict verdict;
        try {
            verdict = TimestampCheck.check(TimestampToken.parse(bytes), noteBytes, trust.anchors());
        } catch (TimestampFormatException e) {
            throw new BundleFault(path, "a time-stamp token", String.valueOf(e.getMessage()));
        }
        return switch (verdict) {
            case TimestampVerdict.Broken broken ->
                throw new BundleFault(path, "a stamp on " + BundleLayout.CHECKPOINT, broken.reason());
            case TimestampVerdict.Stamped stamped ->
                stamped.at() + " by " + stamped.authority()
                        + switch (stamped.standing()) {
                            case ANCHORED -> "";
                            case SELF_SIGNED -> " (a private authority: nobody else vouches for it)";
                            case NOT_ANCHORED -> " (not checked to an anchor: none was given that it leads to)";
                        };
        };
    }

    /** Name of the log, witnesses missing and stamps, for the verdict. */
    String signer() {
        return standing.log().map(Party::name).orElse("nobody");
    }

    List<String> cosigners() {
        return List.copyOf(standing.cosigned().keySet());
    }

    List<String> missing() {
        return standing.missing();
    }

    int stampCount() {
        return stamps.size();
    }
}
