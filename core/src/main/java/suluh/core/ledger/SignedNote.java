package suluh.core.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Text with signatures under it (C2SP signed-note).
 *
 * @param text ends with a line feed; signed as its UTF-8 bytes
 * @param signatures at least one
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    /** A checkpoint with many witnesses takes a few kilobytes. */
    private static final int MAX_SIZE_BYTES = 1 << 20;

    private static final int MAX_SIGNATURES = 100;
    private static final String SIGNATURE_PREFIX = "— ";
    private static final int ID_BYTES = 4;

    /**
     * One signature line.
     *
     * @param name name of the key
     * @param base64 four bytes of key id, then the signature
     */
    public record NoteSignature(String name, String base64) {
        static NoteSignature of(NoteKey key, byte[] content) {
            byte[] bytes = Arrays.copyOf(key.id(), ID_BYTES + content.length);
            System.arraycopy(content, 0, bytes, ID_BYTES, content.length);
            return new NoteSignature(key.name(), Base64.getEncoder().encodeToString(bytes));
        }

        /** The signature of one line, without its line feed. */
        public static NoteSignature parse(String line) throws LedgerFormatException {
            int space = line.lastIndexOf(' ');
            if (!line.startsWith(SIGNATURE_PREFIX) || space <= SIGNATURE_PREFIX.length()) {
                throw new LedgerFormatException("a signature line that does not begin with a dash, a name and a space");
            }
            byte[] bytes;
            try {
                bytes = Base64.getDecoder().decode(line.substring(space + 1));
            } catch (IllegalArgumentException e) {
                throw new LedgerFormatException("a signature line without base64", e);
            }
            if (bytes.length <= ID_BYTES) {
                throw new LedgerFormatException("a signature line without a signature");
            }
            return new NoteSignature(
                    line.substring(SIGNATURE_PREFIX.length(), space),
                    Base64.getEncoder().encodeToString(bytes));
        }

        /** The line, without its line feed. */
        public String line() {
            return SIGNATURE_PREFIX + name + " " + base64;
        }

        private byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }

        private byte[] content() {
            byte[] bytes = bytes();
            return Arrays.copyOfRange(bytes, ID_BYTES, bytes.length);
        }

        private boolean names(NoteKey key) {
            return name.equals(key.name()) && Arrays.equals(Arrays.copyOf(bytes(), ID_BYTES), key.id());
        }
    }

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < 0x20 && c != '\n')) {
            throw new IllegalArgumentException(
                    "a note's text ends with a line feed and has no other control character");
        }
    }

    /** True when one of the signatures is this log's and right. */
    public boolean isSignedBy(NoteKey key) {
        if (key.kind().isCosigner()) {
            return false;
        }
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        return signatures.stream()
                .filter(signature -> signature.names(key))
                .anyMatch(signature -> key.verifies(message, signature.content()));
    }

    /**
     * When this witness cosigned the checkpoint that the text is; the latest time if it did so more than once, empty
     * if it did not or the text is no checkpoint.
     */
    public Optional<Instant> cosignedBy(NoteKey key) {
        if (!key.kind().isCosigner()) {
            return Optional.empty();
        }
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.parse(text);
        } catch (LedgerFormatException e) {
            return Optional.empty();
        }
        return signatures.stream()
                .filter(signature -> signature.names(key))
                .flatMap(signature -> Cosignature.timeOf(key, checkpoint, signature.content()).stream())
                .max(Instant::compareTo);
    }

    /** The same text with these signatures besides. */
    public SignedNote with(List<NoteSignature> more) {
        List<NoteSignature> all = new ArrayList<>(signatures);
        all.addAll(more);
        return new SignedNote(text, all);
    }

    /** The note's own form: text, an empty line, a line for each signature. */
    public String render() {
        StringBuilder out = new StringBuilder(text).append('\n');
        for (NoteSignature signature : signatures) {
            out.append(signature.line()).append('\n');
        }
        return out.toString();
    }

    /** The note in these bytes, which must be exactly its own form. */
    public static SignedNote parse(byte[] bytes) throws LedgerFormatException {
        if (bytes.length > MAX_SIZE_BYTES) {
            throw new LedgerFormatException("a note of more than " + MAX_SIZE_BYTES + " bytes");
        }
        String note = new String(bytes, StandardCharsets.UTF_8);
        int split = note.lastIndexOf("\n\n");
        if (split < 0) {
            throw new LedgerFormatException("a note without an empty line before its signatures");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : note.substring(split + 2).split("\n", -1)) {
            if (!line.isEmpty()) {
                signatures.add(NoteSignature.parse(line));
            }
        }
        if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
            throw new LedgerFormatException("a note with " + signatures.size() + " signatures");
        }
        SignedNote parsed;
        try {
            parsed = new SignedNote(note.substring(0, split + 1), signatures);
        } catch (IllegalArgumentException e) {
            throw new LedgerFormatException(e.getMessage() == null ? "not a note" : e.getMessage(), e);
        }
        if (!Arrays.equals(parsed.render().getBytes(StandardCharsets.UTF_8), bytes)) {
            throw new LedgerFormatException("a note that is not in its one form");
        }
        return parsed;
    }
}
