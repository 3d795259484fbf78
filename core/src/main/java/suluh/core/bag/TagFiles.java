package suluh.core.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The declaration of a bag, and its tag files in the encoding that it declares. */
final class TagFiles {
    static final String DECLARATION = "bagit.txt";

    /** A manifest of a million files; a larger one is an attack on the verifier. */
    private static final int MAX_TEXT_BYTES = 256 << 20;

    private static final int MAX_DECLARATION_BYTES = 4096;
    private static final Pattern DECLARED =
            Pattern.compile("BagIt-Version: (\\d+\\.\\d+)\\R" + "Tag-File-Character-Encoding: (\\S+)\\R?");

    /** Encodings that every JDK has. */
    private static final Map<String, Charset> CHARSETS = Map.of(
            "UTF-8", StandardCharsets.UTF_8,
            "UTF-16", StandardCharsets.UTF_16,
            "UTF-16BE", StandardCharsets.UTF_16BE,
            "UTF-16LE", StandardCharsets.UTF_16LE,
            "ISO-8859-1", StandardCharsets.ISO_8859_1,
            "US-ASCII", StandardCharsets.US_ASCII);

    private final BagFolder folder;
    private final BagVersion version;
    private final Charset charset;

    private TagFiles(BagFolder folder, BagVersion version, Charset charset) {
        this.folder = folder;
        this.version = version;
        this.charset = charset;
    }

    /** Reads {@code bagit.txt} (RFC 8493, 2.1.1): two lines, UTF-8, no byte order mark. */
    static TagFiles declared(BagFolder folder) throws IOException, BagFault {
        String text = decode(folder, DECLARATION, StandardCharsets.UTF_8, MAX_DECLARATION_BYTES);
        Matcher lines = DECLARED.matcher(text);
        if (!lines.matches()) {
            throw new BagFault(
                    DECLARATION,
                    "the two lines \"BagIt-Version: M.N\" and \"Tag-File-Character-Encoding: NAME\" and nothing else",
                    "another text");
        }
        BagVersion version = BagVersion.of(lines.group(1))
                .orElseThrow(() -> new BagFault(
                        DECLARATION, "one of the versions 0.93 to 0.97 and 1.0", "version " + lines.group(1)));
        Charset charset = CHARSETS.get(lines.group(2).toUpperCase(java.util.Locale.ROOT));
        if (charset == null) {
            throw new BagFault(
                    DECLARATION,
                    "one of the encodings "
                            + CHARSETS.keySet().stream().sorted().toList(),
                    lines.group(2));
        }
        return new TagFiles(folder, version, charset);
    }

    BagVersion version() {
        return version;
    }

    /** Lines of a tag file; LF, CR and CRLF all end one. */
    List<String> lines(String path) throws IOException, BagFault {
        return decode(folder, path, charset, MAX_TEXT_BYTES).lines().toList();
    }

    private static String decode(BagFolder folder, String path, Charset charset, int maxBytes)
            throws IOException, BagFault {
        byte[] bytes;
        try (InputStream in = folder.open(path)) {
            bytes = in.readNBytes(maxBytes + 1);
        }
        if (bytes.length > maxBytes) {
            throw new BagFault(path, "at most " + maxBytes + " bytes", "more");
        }
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BagFault(path, "text in " + charset, "bytes that are none");
        }
    }
}
