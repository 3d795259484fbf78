package suluh.app.flow;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import suluh.app.host.SignerFile;
import suluh.app.store.StoreException;
import suluh.app.store.WitnessStore;
import suluh.core.ledger.Checkpoint;
import suluh.core.ledger.LedgerFormatException;
import suluh.core.ledger.NoteKey;
import suluh.core.ledger.NoteSigner;
import suluh.core.ledger.SignedNote;
import suluh.core.ledger.WitnessRequest;
import suluh.core.ledger.WitnessRules;

/** What a witness does with a log's request: checks it against what it saw last, remembers, cosigns with both keys. */
public final class CosignCheckpoint {
    private final WitnessStore store;
    private final Clock clock;
    private final Consumer<String> alarm;

    private CosignCheckpoint(WitnessStore store, Clock clock, Consumer<String> alarm) {
        this.store = store;
        this.clock = clock;
        this.alarm = alarm;
    }

    /**
     * The witness kept in this folder; made on first use.
     *
     * @param agency id of the agency whose witness it is
     * @param logs keys of the ledgers that it cosigns
     * @param alarm is told, in one sentence, of each contradiction
     */
    public static CosignCheckpoint open(
            Path folder, String agency, List<NoteKey> logs, Clock clock, Consumer<String> alarm) throws IOException {
        WitnessStore store = WitnessStore.open(folder, SignerFile.freshName("witness/" + agency));
        logs.forEach(store::know);
        return new CosignCheckpoint(store, clock, alarm);
    }

    /**
     * An answer of the protocol.
     *
     * @param status HTTP status
     * @param contentType of the body
     * @param body lines, each with its line feed
     */
    public record Reply(int status, String contentType, String body) {}

    /** Answers a request; one at a time, so that two of them can not roll the record back. */
    public synchronized Reply run(byte[] body) throws IOException {
        WitnessRequest request;
        String origin;
        try {
            request = WitnessRequest.parse(body);
            origin = request.checkpoint().text().lines().findFirst().orElse("");
        } catch (LedgerFormatException e) {
            return refusal(400, String.valueOf(e.getMessage()));
        }
        Optional<SignedNote> seen = store.last(origin);
        return switch (WitnessRules.answer(request, store.log(origin), seen.map(CosignCheckpoint::checkpoint))) {
            case WitnessRules.Answer.Cosign cosign -> {
                store.remember(origin, request.checkpoint());
                yield new Reply(200, "text/plain; charset=utf-8", cosignatures(cosign.checkpoint()));
            }
            case WitnessRules.Answer.TellSize tell -> new Reply(409, "text/x.tlog.size", tell.size() + "\n");
            case WitnessRules.Answer.KeepAsEvidence keep -> {
                var kept = store.keepContradiction(origin, seen, request.checkpoint(), keep.reason());
                alarm.accept("CONTRADICTION in log " + origin + ": " + keep.reason() + ". Both checkpoints lie in "
                        + kept + ".");
                yield refusal(keep.status(), keep.reason());
            }
            case WitnessRules.Answer.Refuse refuse -> refusal(refuse.status(), refuse.reason());
        };
    }

    private String cosignatures(Checkpoint checkpoint) {
        Instant now = clock.instant();
        return Stream.of(store.ed25519(), store.mlDsa44())
                .map(signer -> signer.cosign(checkpoint, now).line() + "\n")
                .collect(Collectors.joining());
    }

    private static Checkpoint checkpoint(SignedNote note) {
        try {
            return Checkpoint.parse(note.text());
        } catch (LedgerFormatException e) {
            throw new StoreException("What this witness saw last is damaged; restore it from its backup.", e);
        }
    }

    private static Reply refusal(int status, String reason) {
        return new Reply(status, "text/plain; charset=utf-8", reason + "\n");
    }

    /**
     * The lines of a policy file that name this witness: both keys must cosign.
     *
     * @param word its name in the policy, such as the agency's id
     * @param url where it is reached
     */
    public List<String> policyLines(String word, String url) {
        return List.of(
                line(word + "-ed25519", store.ed25519(), url),
                line(word + "-ml-dsa-44", store.mlDsa44(), url),
                "group " + word + " all " + word + "-ed25519 " + word + "-ml-dsa-44",
                "quorum " + word);
    }

    private static String line(String name, NoteSigner signer, String url) {
        return "witness " + name + " " + signer.key().line() + " " + url;
    }
}
