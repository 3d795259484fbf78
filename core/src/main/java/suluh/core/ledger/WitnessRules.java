package suluh.core.ledger;

import java.util.Optional;

/** How a witness answers a log (C2SP tlog-witness), decided without clock or disk. */
public final class WitnessRules {
    private WitnessRules() {}

    /** What the witness does. */
    public sealed interface Answer {
        /** Everything fits: remember this checkpoint, then cosign it. */
        record Cosign(Checkpoint checkpoint) implements Answer {}

        /** The log spoke from another size than the last one seen (409, with this size). */
        record TellSize(long size) implements Answer {}

        /**
         * The log's key signed two histories: keep both notes, cosign nothing (409 or 422).
         *
         * @param status HTTP status that the protocol asks for
         * @param reason what does not fit
         */
        record KeepAsEvidence(int status, String reason) implements Answer {}

        /** Not acceptable for another reason. */
        record Refuse(int status, String reason) implements Answer {}
    }

    /**
     * The answer to a request.
     *
     * @param log key of the log that the checkpoint names, or empty when this witness knows none of that name
     * @param last the checkpoint of this log that was cosigned last, or empty
     */
    public static Answer answer(WitnessRequest request, Optional<NoteKey> log, Optional<Checkpoint> last) {
        if (log.isEmpty()) {
            return new Answer.Refuse(404, "no log of this name is known here");
        }
        if (!request.checkpoint().isSignedBy(log.get())) {
            return new Answer.Refuse(403, "no signature by the key known for this log");
        }
        Checkpoint fresh;
        try {
            fresh = Checkpoint.parse(request.checkpoint().text());
        } catch (LedgerFormatException e) {
            return new Answer.Refuse(400, "no checkpoint: " + e.getMessage());
        }
        long seen = last.map(Checkpoint::size).orElse(0L);
        if (request.oldSize() > fresh.size()) {
            return new Answer.Refuse(400, "the old size is larger than the checkpoint's");
        }
        if (request.oldSize() != seen) {
            return new Answer.TellSize(seen);
        }
        if (last.isPresent()
                && fresh.size() == seen
                && !fresh.root().equals(last.get().root())) {
            return new Answer.KeepAsEvidence(409, "another root for the same size of " + seen);
        }
        boolean isConsistent = MerkleProof.isConsistent(
                seen,
                last.map(Checkpoint::root).orElse(MerkleHash.EMPTY_ROOT),
                fresh.size(),
                fresh.root(),
                request.proof());
        if (!isConsistent) {
            return new Answer.KeepAsEvidence(422, "no proof that the tree of " + seen + " is its beginning");
        }
        return new Answer.Cosign(fresh);
    }
}
