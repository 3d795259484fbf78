package suluh.core.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import suluh.core.kernel.Sha256Digest;

/**
 * What a log sends to a witness (C2SP tlog-witness, add-checkpoint), and how Suluh writes a consistency proof to a file.
 *
 * @param oldSize size of the checkpoint that the witness saw last; 0 if none
 * @param proof consistency proof from there (RFC 9162, 2.1.4.1)
 * @param checkpoint the new checkpoint
 */
public record WitnessRequest(long oldSize, List<Sha256Digest> proof, SignedNote checkpoint) {
    /** A request with a proof of 63 hashes and a note of a hundred ML-DSA signatures. */
    public static final int MAX_SIZE_BYTES = 512 << 10;

    public WitnessRequest {
        proof = List.copyOf(proof);
    }

    /** The request's body. */
    public String render() {
        return "old " + oldSize + "\n" + HashLines.text(proof) + "\n" + checkpoint.render();
    }

    /** Reads a body, which must be in exactly its own form. */
    public static WitnessRequest parse(byte[] bytes) throws LedgerFormatException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int split = text.indexOf("\n\n");
        if (bytes.length > MAX_SIZE_BYTES || split < 0) {
            throw new LedgerFormatException("expected the lines old, proof, an empty line and a checkpoint");
        }
        List<String> lines = Arrays.asList(text.substring(0, split).split("\n", -1));
        WitnessRequest request = new WitnessRequest(
                HashLines.number(lines.getFirst(), "old"),
                HashLines.parse(lines.subList(1, lines.size())),
                SignedNote.parse(text.substring(split + 2).getBytes(StandardCharsets.UTF_8)));
        if (!Arrays.equals(request.render().getBytes(StandardCharsets.UTF_8), bytes)) {
            throw new LedgerFormatException("a request that is not in its one form");
        }
        return request;
    }
}
