package suluh.exports.xml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of a file one by one with their offset, and the runs of them that were collected. */
final class XmlBytes {
    static final int END = -1;
    /** Longest text, tag or comment: a report's free texts have some thousand characters. */
    static final int MAX_RUN_BYTES = 16 << 20;

    private static final int BUFFER_BYTES = 64 << 10;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;
    private long consumed;
    private byte[] run = new byte[256];
    private int length;

    XmlBytes(InputStream in) {
        this.in = in;
    }

    /** Byte at the reading position, or {@link #END}. */
    int peek() throws IOException {
        if (position == limit) {
            limit = Math.max(0, in.read(buffer, 0, buffer.length));
            position = 0;
            if (limit == 0) {
                return END;
            }
        }
        return buffer[position] & 0xFF;
    }

    /** Byte at the reading position, which must be there, and moves behind it. */
    int take() throws IOException, XmlFault {
        int value = peek();
        if (value == END) {
            throw fault(XmlFault.Kind.CUT, "the file ends inside its root");
        }
        position++;
        consumed++;
        return value;
    }

    /** Offset of the reading position. */
    long offset() {
        return consumed;
    }

    void begin() {
        length = 0;
    }

    void keep(int value) throws XmlFault {
        if (length == MAX_RUN_BYTES) {
            throw fault(XmlFault.Kind.LIMIT, "a text or tag of more than " + MAX_RUN_BYTES + " bytes");
        }
        if (length == run.length) {
            run = Arrays.copyOf(run, run.length * 2);
        }
        run[length++] = (byte) value;
    }

    int kept() {
        return length;
    }

    /** True when what was kept ends in these characters of ASCII. */
    boolean keptEndsIn(String ascii) {
        if (length < ascii.length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (run[length - ascii.length() + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** What was kept, as strict UTF-8 of characters that XML 1.0 has (section 2.2). */
    String keptText() throws XmlFault {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(run, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw fault(XmlFault.Kind.INVALID, "bytes that are not UTF-8 before the place");
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isCharacter(text.charAt(i))) {
                throw fault(XmlFault.Kind.INVALID, "a character that XML does not have before the place");
            }
        }
        return text;
    }

    private static boolean isCharacter(char c) {
        return c >= 0x20 ? c < 0xFFFE : c == '\t' || c == '\n' || c == '\r';
    }

    XmlFault fault(XmlFault.Kind kind, String message) {
        return new XmlFault(kind, message, consumed);
    }
}
