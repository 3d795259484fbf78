package suluh.exports.x;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import suluh.exports.json.JsonCursor;

/**
 * The assignment before the JSON of a file: {@code window.YTD.direct_messages.part0 = }.
 *
 * <p>Found in the bytes and not by lines: archives are written with the array on the same line too.
 *
 * @param section name with hyphens, for example {@code direct-messages}; {@code manifest} for the archive's own list
 * @param part number of the part, from 0
 * @param lengthBytes bytes before the JSON value
 */
record ScriptHead(String section, int part, int lengthBytes) {
    static final String MANIFEST = "manifest";

    /** Longest head: names of sections stay below 60 characters. */
    private static final int MAX_HEAD_BYTES = 512;

    private static final Pattern ASSIGNMENT = Pattern.compile("(?:\u00EF\u00BB\u00BF)?\\s*window\\.(?:YTD\\."
            + "([A-Za-z0-9_]{1,80})\\.part(\\d{1,6})|__THAR_CONFIG)\\s*=\\s*(?=[\\[{])");

    /** The head at the start of these bytes, if they begin with one. */
    static Optional<ScriptHead> of(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, MAX_HEAD_BYTES), StandardCharsets.ISO_8859_1);
        Matcher matcher = ASSIGNMENT.matcher(start);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        String name = matcher.group(1);
        return Optional.of(
                name == null
                        ? new ScriptHead(MANIFEST, 0, matcher.end())
                        : new ScriptHead(
                                name.toLowerCase(Locale.ROOT).replace('_', '-'),
                                Integer.parseInt(matcher.group(2)),
                                matcher.end()));
    }

    /** Cursor over the value; offsets count from the start of the file, since blanks stand in the head's place. */
    JsonCursor open(InputStream in) throws IOException {
        in.skipNBytes(lengthBytes);
        byte[] blanks = new byte[lengthBytes];
        Arrays.fill(blanks, (byte) ' ');
        return JsonCursor.of(new SequenceInputStream(new ByteArrayInputStream(blanks), in));
    }
}
