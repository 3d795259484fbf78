package suluh.core.timestamp;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One value of DER (X.690) inside bytes that nobody copies; definite lengths only, as DER has it. */
final class Der {
    static final int INTEGER = 0x02;
    static final int OCTET_STRING = 0x04;
    static final int OBJECT_IDENTIFIER = 0x06;
    static final int GENERALIZED_TIME = 0x18;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;
    /** Constructed context tag 0; tag n is this plus n. */
    static final int CONTEXT = 0xA0;

    private static final int MAX_CHILDREN = 10_000;

    private final byte[] source;
    private final int start;
    private final int contentStart;
    private final int end;

    private Der(byte[] source, int start, int contentStart, int end) {
        this.source = source;
        this.start = start;
        this.contentStart = contentStart;
        this.end = end;
    }

    /** The one value that these bytes are. */
    static Der parse(byte[] bytes) throws TimestampFormatException {
        Der value = read(bytes, 0, bytes.length);
        if (value.end != bytes.length) {
            throw new TimestampFormatException((bytes.length - value.end) + " bytes after the value");
        }
        return value;
    }

    private static Der read(byte[] source, int at, int limit) throws TimestampFormatException {
        if (limit - at < 2 || (source[at] & 0x1F) == 0x1F) {
            throw new TimestampFormatException("no DER value at byte " + at);
        }
        int first = source[at + 1] & 0xFF;
        int content = at + 2;
        long length = first;
        if (first >= 0x80) {
            int lengthBytes = first & 0x7F;
            if (lengthBytes < 1 || lengthBytes > 4 || limit - content < lengthBytes) {
                throw new TimestampFormatException("a length that DER has not at byte " + (at + 1));
            }
            length = 0;
            for (int i = 0; i < lengthBytes; i++) {
                length = (length << 8) | (source[content + i] & 0xFF);
            }
            content += lengthBytes;
        }
        if (length > limit - content) {
            throw new TimestampFormatException("the value at byte " + at + " runs beyond its frame");
        }
        return new Der(source, at, content, content + (int) length);
    }

    int tag() {
        return source[start] & 0xFF;
    }

    boolean is(int tag) {
        return tag() == tag;
    }

    /** This value, which must have this tag. */
    Der as(int tag, String what) throws TimestampFormatException {
        if (!is(tag)) {
            throw new TimestampFormatException(
                    "expected " + what + ", found a value with tag 0x" + Integer.toHexString(tag()));
        }
        return this;
    }

    /** The values inside. */
    List<Der> children() throws TimestampFormatException {
        List<Der> children = new ArrayList<>();
        for (int at = contentStart; at < end; ) {
            Der child = read(source, at, end);
            children.add(child);
            if (children.size() > MAX_CHILDREN) {
                throw new TimestampFormatException("more than " + MAX_CHILDREN + " values in one");
            }
            at = child.end;
        }
        return children;
    }

    /** The value inside at this place. */
    Der child(int index, String what) throws TimestampFormatException {
        List<Der> children = children();
        if (index >= children.size()) {
            throw new TimestampFormatException("no " + what);
        }
        return children.get(index);
    }

    /** The content without tag and length. */
    byte[] content() {
        return Arrays.copyOfRange(source, contentStart, end);
    }

    /** The whole value. */
    byte[] bytes() {
        return Arrays.copyOfRange(source, start, end);
    }

    BigInteger integer(String what) throws TimestampFormatException {
        byte[] content = as(INTEGER, what).content();
        if (content.length == 0) {
            throw new TimestampFormatException(what + " is an empty integer");
        }
        return new BigInteger(content);
    }

    /** An object identifier in dotted decimals. */
    String oid(String what) throws TimestampFormatException {
        byte[] content = as(OBJECT_IDENTIFIER, what).content();
        if (content.length == 0 || content.length > 64) {
            throw new TimestampFormatException(what + " has no object identifier");
        }
        StringBuilder dotted = new StringBuilder();
        BigInteger number = BigInteger.ZERO;
        for (byte octet : content) {
            number = number.shiftLeft(7).or(BigInteger.valueOf(octet & 0x7F));
            if ((octet & 0x80) == 0) {
                if (dotted.isEmpty()) {
                    int arc = Math.min(number.intValue() / 40, 2);
                    dotted.append(arc).append('.').append(number.subtract(BigInteger.valueOf(40L * arc)));
                } else {
                    dotted.append('.').append(number);
                }
                number = BigInteger.ZERO;
            }
        }
        return dotted.toString();
    }
}
