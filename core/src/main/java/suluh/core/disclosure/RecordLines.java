package suluh.core.disclosure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import suluh.core.disclosure.redaction.DisclosedRecord;
import suluh.core.disclosure.redaction.Opening;
import suluh.core.disclosure.redaction.RecordFormatException;
import suluh.core.disclosure.redaction.Redaction;

/** Lines of one of the lists of a disclosure, one at a time; each line ends in a line feed and has a limit. */
final class RecordLines implements AutoCloseable {
    /** A message of the largest size that a reader takes, escaped. */
    private static final int MAX_LINE_CHARS = 64 << 20;

    private final String path;
    private final BufferedReader reader;
    private long line;

    /** How a line becomes a value. */
    private interface Parser<T> {
        T parse(String line) throws RecordFormatException;
    }

    RecordLines(BundleFiles files, String path) throws IOException {
        this.path = path;
        this.reader = new BufferedReader(
                new InputStreamReader(files.open(path), StandardCharsets.UTF_8.newDecoder()), 1 << 16);
    }

    @Nullable
    DisclosedRecord record() throws IOException, BundleFault {
        DisclosedRecord record = next(DisclosedRecord::parse);
        if (record != null && record.number() != line) {
            throw new BundleFault(path + ", line " + line, "record " + line, "record " + record.number());
        }
        return record;
    }

    @Nullable
    Redaction redaction() throws IOException, BundleFault {
        return next(Redaction::parse);
    }

    @Nullable
    Opening opening() throws IOException, BundleFault {
        return next(Opening::parse);
    }

    /** Where the line stands that was read last. */
    String where() {
        return path + ", line " + line;
    }

    private <T> @Nullable T next(Parser<T> parser) throws IOException, BundleFault {
        try {
            String text = nextLine();
            return text == null ? null : parser.parse(text);
        } catch (RecordFormatException | IllegalArgumentException e) {
            throw new BundleFault(where(), "a line in its one form", String.valueOf(e.getMessage()));
        } catch (CharacterCodingException e) {
            throw new BundleFault(where(), "UTF-8", "other bytes");
        }
    }

    private @Nullable String nextLine() throws IOException, BundleFault {
        StringBuilder text = new StringBuilder();
        for (int unit = reader.read(); unit >= 0; unit = reader.read()) {
            if (unit == '\n') {
                line++;
                return text.toString();
            }
            text.append((char) unit);
            if (text.length() > MAX_LINE_CHARS) {
                throw new BundleFault(where(), "lines of at most " + MAX_LINE_CHARS + " characters", "a longer one");
            }
        }
        if (!text.isEmpty()) {
            throw new BundleFault(path, "a line feed at the end of each line", "none at the last");
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
