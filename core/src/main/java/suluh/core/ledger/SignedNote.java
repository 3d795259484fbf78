package suluh.core.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

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
        static NoteSignature of(String name, byte[] bytes) {
            return new NoteSignature(name, Base64.getEncoder().encodeToString(bytes));
        }

        byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }
    }

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < 0x20 && c != '\n')) {
            throw new IllegalArgumentException(
                    "a note's text ends with a line feed and has no other control character");
        }
    }

    /** Signs the text with an Ed25519 key. */
    public static SignedNote sign(String text, NoteKey key, PrivateKey privateKey) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(privateKey);
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            byte[] signature = signer.sign();
            byte[] bytes = Arrays.copyOf(key.id(), ID_BYTES + signature.length);
            System.arraycopy(signature, 0, bytes, ID_BYTES, signature.length);
            return new SignedNote(text, List.of(NoteSignature.of(key.name(), bytes)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the log's private key cannot sign: " + e.getMessage(), e);
        }
    }

    /** True when one of the signatures is by this key and right. */
    public boolean isSignedBy(NoteKey key) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        for (NoteSignature signature : signatures) {
            byte[] bytes = signature.bytes();
            boolean names =
                    signature.name().equals(key.name()) && Arrays.equals(Arrays.copyOf(bytes, ID_BYTES), key.id());
            if (names && key.verifies(message, Arrays.copyOfRange(bytes, ID_BYTES, bytes.length))) {
                return true;
            }
        }
        return false;
    }

    /** The note's own form: text, an empty line, a line for each signature. */
    public String render() {
        StringBuilder out = new StringBuilder(text).append('\n');
        for (NoteSignature signature : signatures) {
            out.append(SIGNATURE_PREFIX)
                    .append(signature.name())
                    .append(' ')
                    .append(signature.base64())
                    .append('\n');
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
                signatures.add(signature(line));
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

    private static NoteSignature signature(String line) throws LedgerFormatException {
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
        return NoteSignature.of(line.substring(SIGNATURE_PREFIX.length(), space), bytes);
    }
}
