package suluh.exports.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.jspecify.annotations.Nullable;
import suluh.exports.ExportFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one JSON file forward, value by value, and knows at which byte each begins and ends.
 *
 * <p>Offsets count bytes of the file, a byte order mark included; checked against hand-made files by JsonCursorTest.
 * Malformed JSON ends in an unchecked {@link JacksonException}, which {@link JsonDamage} turns into an alarm; a fault
 * of the stream itself is an {@link IOException}. Not thread-safe.
 */
public final class JsonCursor implements AutoCloseable {
    /** Far above any export (at most 8 levels seen), far below what exhausts a stack. */
    public static final int MAX_DEPTH = 200;
    /** Longest string: platforms cut messages at 64 Ki characters; embedded pictures reach a few MiB. */
    public static final int MAX_STRING_CHARS = 32 << 20;
    /** Longest key. */
    public static final int MAX_NAME_CHARS = 64 << 10;
    /** Longest number: Unix nanoseconds have 19 digits. */
    private static final int MAX_NUMBER_CHARS = 400;

    /** Bytes from which the parser concludes the encoding. */
    private static final int ENCODING_BYTES = 4;

    private static final byte NO_JSON = 1;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING_CHARS)
                    .maxNameLength(MAX_NAME_CHARS)
                    .maxNumberLength(MAX_NUMBER_CHARS)
                    .build())
            .build();

    private final InputStream in;
    private final JsonParser parser;

    private JsonCursor(InputStream in, JsonParser parser) {
        this.in = in;
        this.parser = parser;
    }

    /** Cursor before the first value of the file. */
    public static JsonCursor open(ExportFile file) throws IOException {
        return of(file.open());
    }

    /** Cursor before the first value of a UTF-8 stream, which it closes. */
    public static JsonCursor of(InputStream in) throws IOException {
        try {
            return new JsonCursor(in, FACTORY.createParser(ObjectReadContext.empty(), asUtf8(in)));
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    /**
     * The stream with a byte that is no JSON in the place of each that would make the parser take it for UTF-16 or UTF-32,
     * of which it knows no byte offsets. No JSON in UTF-8 begins with these bytes, so that the parser stops there.
     */
    private static InputStream asUtf8(InputStream in) throws IOException {
        byte[] head = in.readNBytes(ENCODING_BYTES);
        for (int i = 0; i < head.length; i++) {
            boolean wide = head[i] == 0 || head[i] == (byte) 0xFE || head[i] == (byte) 0xFF;
            head[i] = wide ? NO_JSON : head[i];
        }
        return new SequenceInputStream(new ByteArrayInputStream(head), in);
    }

    /** Next token, or null at the end of the file. */
    public @Nullable JsonToken next() throws IOException {
        try {
            return parser.nextToken();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    /** The token that {@link #next} gave last. */
    public @Nullable JsonToken token() {
        return parser.currentToken();
    }

    /** Moves to the next key of the current object; false at its end. */
    public boolean nextKey() throws IOException {
        return next() == JsonToken.PROPERTY_NAME;
    }

    /** Moves to the next element of the current array; false at its end. */
    public boolean nextElement() throws IOException {
        return next() != JsonToken.END_ARRAY;
    }

    /** Key of the current value. */
    public String key() {
        return parser.currentName();
    }

    /** Byte where the current token begins. */
    public long tokenStart() {
        return parser.currentTokenLocation().getByteOffset();
    }

    /** Byte after what was read so far; after a closing brace, the end of the object. */
    public long position() {
        return parser.currentLocation().getByteOffset();
    }

    /** Line of the reading position, from 1. */
    public int line() {
        return parser.currentLocation().getLineNr();
    }

    public boolean atObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    public boolean atArray() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    public boolean atText() {
        return parser.currentToken() == JsonToken.VALUE_STRING;
    }

    public boolean atNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    /** Characters of the current string or number. */
    public String text() throws IOException {
        try {
            return parser.getString();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    /** Current string or number as text; null for any other value, which is passed over. */
    public @Nullable String textOrNull() throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING
                || token == JsonToken.VALUE_NUMBER_INT
                || token == JsonToken.VALUE_NUMBER_FLOAT) {
            return text();
        }
        skip();
        return null;
    }

    /** True for the value {@code true}; any other value is passed over. */
    public boolean isTrue() throws IOException {
        boolean value = parser.currentToken() == JsonToken.VALUE_TRUE;
        skip();
        return value;
    }

    /** Passes over the current value, all its children included. */
    public void skip() throws IOException {
        try {
            parser.skipChildren();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
