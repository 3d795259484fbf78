package suluh.app.media.list;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import suluh.exports.json.JsonCursor;

/**
 * Reads lists in JSON: Project VIC's data model (VICS 2.0) and the exports of ThreatExchange and of Hasher-Matcher-Actioner.
 *
 * <p>The records are the objects of the first array. A hash stands under its own name ({@code "MD5": …}), or as a value
 * beside a kind ({@code "indicator"} and {@code "type"}, {@code "signal_val"} and {@code "signal_type"}, {@code
 * "HashValue"} and {@code "HashName"}), in the record or in an array inside it. Streams: one record is held at a time.
 */
final class JsonHashList {
    private static final int TOLD_EVERY = 1 << 14;
    /** Hashes of one record; a video's record has some for each key frame. */
    private static final int MAX_HASHES = 10_000;

    private static final int MAX_DEPTH = 4;
    private static final Set<String> VALUE_KEYS =
            Set.of("indicator", "signalval", "signalvalue", "hashvalue", "hash", "value");
    private static final Set<String> KIND_KEYS = Set.of("type", "signaltype", "indicatortype", "hashname", "hashtype");
    private static final Set<String> CATEGORY_KEYS = Set.of("category", "classification", "label", "status");

    /** A hash of the record at hand; {@code w0} first, filled up with zeros. */
    private record Found(HashKind kind, long w0, long w1, long w2, long w3) {}

    private final HashListContent content;
    private final LongConsumer progress;
    private final JsonCursor cursor;
    private final HexWords hex = new HexWords();
    private final List<Found> found = new ArrayList<>();
    private String category = "";

    private JsonHashList(HashListContent content, LongConsumer progress, JsonCursor cursor) {
        this.content = content;
        this.progress = progress;
        this.cursor = cursor;
    }

    static void read(InputStream in, HashListContent content, LongConsumer progress) throws IOException {
        content.format("json");
        try (JsonCursor cursor = JsonCursor.of(in)) {
            new JsonHashList(content, progress, cursor).root();
        }
        progress.accept(content.records());
    }

    private void root() throws IOException {
        cursor.next();
        if (cursor.atArray()) {
            records();
            return;
        }
        while (cursor.nextKey()) {
            String key = cursor.key();
            cursor.next();
            if (cursor.atArray()) {
                records();
            } else if (key.equals("@odata.context")) {
                String context = cursor.textOrNull();
                content.format(context != null && context.contains("ProjectVic") ? "project-vic" : "json");
            } else {
                cursor.skip();
            }
        }
    }

    private void records() throws IOException {
        while (cursor.nextElement()) {
            if (!cursor.atObject()) {
                cursor.skip();
                continue;
            }
            long record = content.nextRecord();
            if (record % TOLD_EVERY == 0) {
                progress.accept(record);
            }
            found.clear();
            category = "";
            object(0);
            if (found.isEmpty()) {
                content.recordUnusable();
            }
            int number = content.category(category);
            found.forEach(hash -> content.add(hash.kind(), number, hash.w0(), hash.w1(), hash.w2(), hash.w3()));
        }
    }

    /** One object; its own value waits for its own kind, which may follow. */
    private void object(int depth) throws IOException {
        String value = null;
        String kind = null;
        while (cursor.nextKey()) {
            String key = HashKind.letters(cursor.key());
            cursor.next();
            if (cursor.atArray() || cursor.atObject()) {
                inner(depth + 1);
            } else if (HashKind.named(key).isPresent()) {
                keep(HashKind.named(key), cursor.textOrNull());
            } else if (VALUE_KEYS.contains(key)) {
                value = cursor.textOrNull();
            } else if (KIND_KEYS.contains(key)) {
                kind = cursor.textOrNull();
            } else if (depth == 0 && CATEGORY_KEYS.contains(key)) {
                String text = cursor.textOrNull();
                category = text == null ? "" : text;
            } else {
                cursor.skip();
            }
        }
        if (value != null) {
            keep(kind == null ? HashKind.ofDigits(value.length()) : HashKind.named(kind), value);
        }
    }

    private void inner(int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            cursor.skip();
        } else if (cursor.atObject()) {
            object(depth);
        } else {
            while (cursor.nextElement()) {
                if (cursor.atObject()) {
                    object(depth);
                } else {
                    cursor.skip();
                }
            }
        }
    }

    private void keep(Optional<HashKind> kind, @Nullable String text) {
        if (kind.isPresent() && text != null && found.size() < MAX_HASHES) {
            int digits = hex.read(text);
            if (digits == kind.get().digits()) {
                long[] words = hex.words;
                found.add(new Found(kind.get(), words[0], words[1], words[2], words[3]));
            }
        }
    }
}
