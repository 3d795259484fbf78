package suluh.core.disclosure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.SortedMap;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonParser;
import suluh.core.canon.JsonSyntaxException;
import suluh.core.canon.JsonValue;
import suluh.core.kernel.EvidenceId;
import suluh.core.ledger.LedgerEntry;

/** Checks that each source pointer in findings leads into an item that the ledger seals. */
final class FindingsPointers {
    private FindingsPointers() {}

    /** Number of pointers, all of them good. */
    static long check(byte[] findings, SortedMap<EvidenceId, LedgerEntry> seals) throws BundleFault {
        JsonObject root;
        try {
            root = JsonParser.parseObject(findings);
        } catch (JsonSyntaxException e) {
            String message = e.getMessage() == null ? "something else" : e.getMessage();
            throw new BundleFault(BundleLayout.FINDINGS, "JSON", message);
        }
        if (!root.text("format").orElse("").equals(FindingsJson.FORMAT)) {
            throw new BundleFault(
                    BundleLayout.FINDINGS,
                    FindingsJson.FORMAT,
                    root.text("format").orElse("no format"));
        }
        long count = 0;
        Deque<JsonValue> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            switch (open.pop()) {
                case JsonArray array -> array.values().forEach(open::push);
                case JsonObject object -> {
                    if (isPointer(object)) {
                        pointer(object, seals);
                        count++;
                    } else {
                        for (Map.Entry<String, JsonValue> member :
                                object.members().entrySet()) {
                            open.push(member.getValue());
                        }
                    }
                }
                default -> {}
            }
        }
        return count;
    }

    private static boolean isPointer(JsonObject object) {
        return object.text("item").isPresent() && object.member("offset").isPresent();
    }

    private static void pointer(JsonObject pointer, SortedMap<EvidenceId, LedgerEntry> seals) throws BundleFault {
        String item = pointer.text("item").orElse("");
        String where = "findings pointer to " + item;
        LedgerEntry seal;
        try {
            seal = seals.get(new EvidenceId(item));
        } catch (IllegalArgumentException e) {
            throw new BundleFault(where, "the id of an item", item);
        }
        if (seal == null) {
            throw new BundleFault(where, "a sealed item of this bundle", "none of this id");
        }
        long offset = pointer.whole("offset").orElse(-1L);
        long length = pointer.whole("length").orElse(-1L);
        long size = seal.figures().getOrDefault("sizeBytes", -1L);
        boolean inItem = offset >= 0 && length >= 0;
        boolean isItem = pointer.text("path").orElse("").isEmpty();
        if (!inItem || (isItem && (offset > size || length > size - offset))) {
            throw new BundleFault(where, "bytes within " + size, offset + "+" + length);
        }
    }
}
