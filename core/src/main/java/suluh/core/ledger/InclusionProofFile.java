package suluh.core.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import suluh.core.kernel.Sha256Digest;

/**
 * Proof that one entry stands in a log, whole in one file: C2SP tlog-proof, version 1.
 *
 * @param extra bytes beside the proof, which nothing authenticates; Suluh puts the entry there
 * @param index place of the entry, from 0
 * @param path siblings from the leaf to the root
 * @param checkpoint the log's signed checkpoint with its cosignatures
 */
public record InclusionProofFile(Optional<String> extra, long index, List<Sha256Digest> path, SignedNote checkpoint) {
    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";

    public InclusionProofFile {
        path = List.copyOf(path);
    }

    /** A proof that carries its entry. */
    public static InclusionProofFile of(byte[] leaf, long index, List<Sha256Digest> path, SignedNote checkpoint) {
        return new InclusionProofFile(Optional.of(Base64.getEncoder().encodeToString(leaf)), index, path, checkpoint);
    }

    /** The bytes beside the proof. */
    public Optional<byte[]> extraBytes() {
        return extra.map(Base64.getDecoder()::decode);
    }

    /** True when this leaf stands at the index in the tree of the checkpoint; signatures are another question. */
    public boolean proves(byte[] leaf) throws LedgerFormatException {
        Checkpoint signed = Checkpoint.parse(checkpoint.text());
        return MerkleProof.includes(MerkleHash.leaf(leaf), index, signed.size(), path, signed.root());
    }

    /** The file's text. */
    public String render() {
        return FIRST_LINE + "\n" + extra.map(text -> EXTRA + text + "\n").orElse("") + "index " + index + "\n"
                + HashLines.text(path) + "\n" + checkpoint.render();
    }

    /** Reads a proof, which must be in exactly its own form. */
    public static InclusionProofFile parse(byte[] bytes) throws LedgerFormatException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int split = text.indexOf("\n\n");
        List<String> lines = Arrays.asList(text.substring(0, Math.max(split, 0)).split("\n", -1));
        if (split < 0 || lines.size() < 2 || !lines.get(0).equals(FIRST_LINE)) {
            throw new LedgerFormatException("expected a proof that begins with the line " + FIRST_LINE);
        }
        boolean hasExtra = lines.get(1).startsWith(EXTRA);
        int indexLine = hasExtra ? 2 : 1;
        if (indexLine >= lines.size()) {
            throw new LedgerFormatException("a proof without its index");
        }
        InclusionProofFile proof = new InclusionProofFile(
                hasExtra ? Optional.of(base64(lines.get(1).substring(EXTRA.length()))) : Optional.empty(),
                HashLines.number(lines.get(indexLine), "index"),
                HashLines.parse(lines.subList(indexLine + 1, lines.size())),
                SignedNote.parse(text.substring(split + 2).getBytes(StandardCharsets.UTF_8)));
        if (!Arrays.equals(proof.render().getBytes(StandardCharsets.UTF_8), bytes)) {
            throw new LedgerFormatException("a proof that is not in its one form");
        }
        return proof;
    }

    private static String base64(String text) throws LedgerFormatException {
        try {
            return Base64.getEncoder().encodeToString(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw new LedgerFormatException("a proof whose extra data is no Base64", e);
        }
    }
}
