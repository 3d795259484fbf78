package suluh.app.media.list;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists of one hash or row a line: plain text, and CSV with a header, that of NSRL included.
 *
 * <p>Bytes are cut into fields in place; no object is made for a line. Not thread-safe; serves one list.
 */
final class TextHashList {
    /** Longest line: a CSV row with many columns; what is longer is a record that could not be read. */
    private static final int MAX_LINE_BYTES = 64 << 10;

    private static final int MAX_FIELDS = 64;
    private static final int TOLD_EVERY = 1 << 16;
    private static final Set<String> HASH_COLUMNS =
            Set.of("hash", "indicator", "signal", "signalval", "signalvalue", "hashvalue", "value");
    private static final Set<String> KIND_COLUMNS =
            Set.of("type", "hashtype", "signaltype", "indicatortype", "hashname", "kind");
    private static final Set<String> CATEGORY_COLUMNS = Set.of("category", "classification", "label", "tags");

    /** What a column holds: a hash of a stated kind, a hash of some kind, the kind, the category, or nothing to us. */
    private enum Role {
        HASH,
        KIND,
        CATEGORY,
        OTHER
    }

    private record Heading(Role role, @Nullable HashKind kind) {}

    private final HashListContent content;
    private final LongConsumer progress;
    private final HexWords hex = new HexWords();
    private final byte[] line = new byte[MAX_LINE_BYTES];
    private final int[] starts = new int[MAX_FIELDS];
    private final int[] ends = new int[MAX_FIELDS];
    private int length;
    private int fields;
    private boolean tooLong;
    private boolean sawFirst;
    private byte separator;
    private Heading @Nullable [] headings;
    /** Category of the row before, which most rows repeat. */
    private byte[] lastCategory = new byte[0];

    private int lastCategoryNumber;

    TextHashList(HashListContent content, LongConsumer progress) {
        this.content = content;
        this.progress = progress;
        content.format("plain");
    }

    void read(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 17];
        for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
            int from = 0;
            for (int i = 0; i < got; i++) {
                if (buffer[i] == '\n') {
                    keep(buffer, from, i);
                    endLine();
                    from = i + 1;
                }
            }
            keep(buffer, from, got);
        }
        endLine();
        progress.accept(content.records());
    }

    private void keep(byte[] buffer, int from, int until) {
        int count = Math.min(until - from, MAX_LINE_BYTES - length);
        tooLong |= count < until - from;
        System.arraycopy(buffer, from, line, length, count);
        length += count;
    }

    private void endLine() {
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        if (length > 0 && line[0] != '#') {
            if (sawFirst || !isHeader()) {
                row();
            }
            sawFirst = true;
        }
        length = 0;
        tooLong = false;
    }

    /** Takes the first line as a header when it names a column of hashes. */
    private boolean isHeader() {
        String text = new String(line, 0, length, StandardCharsets.UTF_8).replace("\uFEFF", "");
        separator = (byte) (text.contains("\t") ? '\t' : text.contains(";") ? ';' : ',');
        String[] names = text.split(String.valueOf((char) separator));
        Heading[] found = new Heading[Math.min(names.length, MAX_FIELDS)];
        boolean hasHashes = false;
        for (int i = 0; i < found.length; i++) {
            found[i] = heading(names[i]);
            hasHashes |= found[i].role() == Role.HASH;
        }
        if (!hasHashes) {
            return false;
        }
        headings = found;
        boolean isNsrl = text.contains("CRC32") && text.contains("ProductCode");
        content.format(isNsrl ? "nsrl" : "csv");
        return true;
    }

    private static Heading heading(String name) {
        Optional<HashKind> kind = HashKind.named(name);
        if (kind.isPresent()) {
            return new Heading(Role.HASH, kind.get());
        }
        String plain = HashKind.letters(name);
        if (HASH_COLUMNS.contains(plain)) {
            return new Heading(Role.HASH, null);
        }
        if (KIND_COLUMNS.contains(plain)) {
            return new Heading(Role.KIND, null);
        }
        return new Heading(CATEGORY_COLUMNS.contains(plain) ? Role.CATEGORY : Role.OTHER, null);
    }

    private void row() {
        long record = content.nextRecord();
        if (record % TOLD_EVERY == 0) {
            progress.accept(record);
        }
        Heading[] columns = headings;
        boolean usable = !tooLong && (columns == null ? plain() : columns(columns));
        if (!usable) {
            content.recordUnusable();
        }
    }

    /** {@code [kind:]hash[ category]}, separated by anything that is neither digit nor letter. */
    private boolean plain() {
        int from = 0;
        HashKind kind = null;
        for (int i = 0; i < Math.min(length, 8); i++) {
            if (line[i] == ':') {
                kind = HashKind.named(new String(line, 0, i, StandardCharsets.ISO_8859_1))
                        .orElse(null);
                from = i + 1;
            }
        }
        int until = from;
        while (until < length && Character.isLetterOrDigit(line[until])) {
            until++;
        }
        int rest = until;
        while (rest < length && (line[rest] == ' ' || line[rest] == ',' || line[rest] == ';' || line[rest] == '\t')) {
            rest++;
        }
        return add(kind, from, until, category(rest, length));
    }

    private boolean columns(Heading[] columns) {
        split();
        HashKind stated = null;
        int category = 0;
        for (int i = 0; i < Math.min(fields, columns.length); i++) {
            if (columns[i].role() == Role.KIND) {
                stated = HashKind.named(text(i)).orElse(null);
            } else if (columns[i].role() == Role.CATEGORY) {
                category = category(starts[i], ends[i]);
            }
        }
        boolean usable = false;
        for (int i = 0; i < Math.min(fields, columns.length); i++) {
            if (columns[i].role() == Role.HASH) {
                HashKind own = columns[i].kind();
                usable |= add(own == null ? stated : own, starts[i], ends[i], category);
            }
        }
        return usable;
    }

    private boolean add(@Nullable HashKind stated, int from, int until, int category) {
        int digits = hex.read(line, from, until);
        HashKind kind = stated == null ? HashKind.ofDigits(digits).orElse(null) : stated;
        if (kind == null || digits != kind.digits()) {
            return false;
        }
        long[] words = hex.words;
        content.add(kind, category, words[0], words[1], words[2], words[3]);
        return true;
    }

    private int category(int from, int until) {
        if (!Arrays.equals(line, from, until, lastCategory, 0, lastCategory.length)) {
            lastCategory = Arrays.copyOfRange(line, from, until);
            lastCategoryNumber = content.category(
                    new String(lastCategory, StandardCharsets.UTF_8).strip().toLowerCase(Locale.ROOT));
        }
        return lastCategoryNumber;
    }

    /** Cuts the line at the separator; a field may stand in quotes, and then holds separators (RFC 4180). */
    private void split() {
        fields = 0;
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i <= length && fields < MAX_FIELDS; i++) {
            if (i < length && line[i] == '"') {
                quoted = !quoted;
            } else if (i == length || (line[i] == separator && !quoted)) {
                boolean inQuotes = i - from >= 2 && line[from] == '"' && line[i - 1] == '"';
                starts[fields] = inQuotes ? from + 1 : from;
                ends[fields] = inQuotes ? i - 1 : i;
                fields++;
                from = i + 1;
            }
        }
    }

    private String text(int field) {
        return new String(line, starts[field], ends[field] - starts[field], StandardCharsets.UTF_8);
    }
}
