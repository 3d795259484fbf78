package suluh.core.ledger;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import suluh.core.kernel.Sha256Digest;

/** Hashes as the C2SP formats write them: Base64, one a line. */
final class HashLines {
    /** A path in a tree of 2^63 leaves, and what tlog-witness allows. */
    static final int MAX = 63;

    private HashLines() {}

    static String text(List<Sha256Digest> hashes) {
        StringBuilder out = new StringBuilder();
        for (Sha256Digest hash : hashes) {
            out.append(Base64.getEncoder().encodeToString(hash.raw())).append('\n');
        }
        return out.toString();
    }

    static List<Sha256Digest> parse(List<String> lines) throws LedgerFormatException {
        if (lines.size() > MAX) {
            throw new LedgerFormatException("a proof of more than " + MAX + " hashes");
        }
        List<Sha256Digest> hashes = new ArrayList<>();
        for (String line : lines) {
            try {
                hashes.add(Sha256Digest.ofRaw(Base64.getDecoder().decode(line)));
            } catch (IllegalArgumentException e) {
                throw new LedgerFormatException("a line of a proof that is no hash of 32 bytes in Base64", e);
            }
        }
        return hashes;
    }

    /** The number after this word and a space, in decimal without leading zeroes. */
    static long number(String line, String word) throws LedgerFormatException {
        String digits = line.startsWith(word + " ") ? line.substring(word.length() + 1) : "";
        if (!digits.matches("0|[1-9][0-9]{0,18}")) {
            throw new LedgerFormatException("expected the line \"" + word + " NUMBER\"");
        }
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new LedgerFormatException("a number beyond 2^63 - 1 after " + word, e);
        }
    }
}
