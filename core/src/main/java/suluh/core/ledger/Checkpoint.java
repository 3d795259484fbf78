package suluh.core.ledger;

import java.util.Base64;
import suluh.core.kernel.Sha256Digest;

/**
 * What a log says of itself at one moment (C2SP tlog-checkpoint): three lines that its key signs.
 *
 * @param origin unique name of the log
 * @param size leaves
 * @param root root over them
 */
public record Checkpoint(String origin, long size, Sha256Digest root) {
    public Checkpoint {
        if (origin.isEmpty() || origin.indexOf('\n') >= 0 || size < 0) {
            throw new IllegalArgumentException("a checkpoint has an origin of one line and no negative size");
        }
    }

    /** Text of the note. */
    public String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root.raw()) + "\n";
    }

    /** The checkpoint in a note's text; lines after the third are extensions and refused, since we write none. */
    public static Checkpoint parse(String text) throws LedgerFormatException {
        String[] lines = text.split("\n", -1);
        if (lines.length != 4 || lines[0].isEmpty() || !lines[3].isEmpty()) {
            throw new LedgerFormatException("expected a checkpoint of three lines: origin, size, root");
        }
        try {
            long size = Long.parseLong(lines[1]);
            Checkpoint checkpoint = new Checkpoint(
                    lines[0], size, Sha256Digest.ofRaw(Base64.getDecoder().decode(lines[2])));
            if (checkpoint.text().equals(text)) {
                return checkpoint;
            }
        } catch (IllegalArgumentException e) {
            throw new LedgerFormatException("a checkpoint whose size or root cannot be read", e);
        }
        throw new LedgerFormatException("a checkpoint that is not in its one form");
    }
}
