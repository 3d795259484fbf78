package suluh.core.disclosure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import suluh.core.canon.CanonicalJson;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonParser;
import suluh.core.canon.JsonString;
import suluh.core.canon.JsonSyntaxException;
import suluh.core.canon.JsonValue;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.LedgerEntry;
import suluh.core.ledger.LedgerFormatException;
import suluh.core.ledger.MerkleHash;
import suluh.core.ledger.MerkleProof;

/**
 * An entry of the ledger as a bundle carries it: with its place and the path that proves the place.
 *
 * @param index place in the log, from 0
 * @param entry the entry
 * @param path siblings from the leaf to the root of the checkpoint (RFC 9162, 2.1.3.1)
 */
public record LedgerPart(long index, LedgerEntry entry, List<Sha256Digest> path) {
    /** A path in a tree of 2^63 leaves. */
    private static final int MAX_PATH = 63;

    public LedgerPart {
        path = List.copyOf(path);
    }

    /** One line of entries.jsonl, with its line feed. */
    public String line() {
        JsonObject json = JsonObject.builder()
                .put("index", index)
                .put("entry", entry.json())
                .put(
                        "path",
                        JsonArray.of(path.stream()
                                .map(hash -> new JsonString(hash.hex()))
                                .toList()))
                .build();
        return CanonicalJson.text(json) + "\n";
    }

    /** True when the path leads from the entry to this root. */
    boolean isIn(long size, Sha256Digest root) {
        return MerkleProof.includes(MerkleHash.leaf(entry.leaf()), index, size, path, root);
    }

    /** The entry of one line without its line feed, which must be in its one form. */
    static LedgerPart parse(String line) throws LedgerFormatException {
        try {
            JsonObject json = JsonParser.parseObject(line.getBytes(StandardCharsets.UTF_8));
            long index = json.whole("index").orElseThrow(() -> new LedgerFormatException("a line without its index"));
            JsonValue entry =
                    json.member("entry").orElseThrow(() -> new LedgerFormatException("a line without its entry"));
            LedgerPart part = new LedgerPart(index, LedgerEntry.parse(CanonicalJson.bytes(entry)), path(json));
            if (part.line().equals(line + "\n")) {
                return part;
            }
        } catch (JsonSyntaxException | IllegalArgumentException e) {
            throw new LedgerFormatException("a line of entries.jsonl that cannot be read: " + e.getMessage(), e);
        }
        throw new LedgerFormatException("a line of entries.jsonl that is not in its one form");
    }

    private static List<Sha256Digest> path(JsonObject json) throws LedgerFormatException {
        if (!(json.member("path").orElse(null) instanceof JsonArray array)
                || array.values().size() > MAX_PATH) {
            throw new LedgerFormatException("a line without a path of at most " + MAX_PATH + " hashes");
        }
        List<Sha256Digest> path = new ArrayList<>();
        for (JsonValue value : array.values()) {
            if (!(value instanceof JsonString hash)) {
                throw new LedgerFormatException("a path with something else than hashes");
            }
            path.add(new Sha256Digest(hash.value()));
        }
        return path;
    }
}
