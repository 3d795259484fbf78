package suluh.exports.xml;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Divides XML into tags and texts; comments and instructions are passed over, a document type ends the reading. */
final class XmlTokens {
    private static final int MAX_NAME_BYTES = 1_024;
    /** The widest element of the schemas read here has five. */
    private static final int MAX_ATTRIBUTES = 64;

    /** What stands at the reading position. */
    enum Kind {
        OPEN,
        /** An element without content, {@code <a/>}. */
        EMPTY,
        CLOSE,
        TEXT,
        END
    }

    private final XmlBytes bytes;
    private long start;
    private String name = "";
    private String text = "";
    private Map<String, String> attributes = Map.of();

    XmlTokens(XmlBytes bytes) {
        this.bytes = bytes;
    }

    /** Moves to the next tag or text. */
    Kind next() throws IOException, XmlFault {
        while (true) {
            start = bytes.offset();
            int first = bytes.peek();
            if (first == XmlBytes.END) {
                return Kind.END;
            }
            if (first != '<') {
                readText();
                return Kind.TEXT;
            }
            bytes.take();
            int second = bytes.peek();
            if (second == '?') {
                passInstruction();
            } else if (second == '!') {
                if (declaration()) {
                    return Kind.TEXT;
                }
            } else if (second == '/') {
                bytes.take();
                name = readName();
                passSpace();
                expect('>');
                return Kind.CLOSE;
            } else {
                return readTag();
            }
        }
    }

    long start() {
        return start;
    }

    String name() {
        return name;
    }

    String text() {
        return text;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    private void readText() throws IOException, XmlFault {
        bytes.begin();
        for (int next = bytes.peek(); next != XmlBytes.END && next != '<'; next = bytes.peek()) {
            bytes.keep(bytes.take());
        }
        text = XmlText.decode(bytes.keptText(), bytes);
    }

    /** Passes over {@code <?…?>}; the declaration's encoding must be UTF-8 or a part of it. */
    private void passInstruction() throws IOException, XmlFault {
        bytes.begin();
        do {
            bytes.keep(bytes.take());
        } while (!(bytes.kept() > 2 && bytes.keptEndsIn("?>")));
        String instruction = bytes.keptText();
        int encoding = instruction.indexOf("encoding");
        if (instruction.startsWith("?xml ") && encoding > 0) {
            String rest = instruction.substring(encoding).toUpperCase(java.util.Locale.ROOT);
            if (!rest.contains("UTF-8") && !rest.contains("US-ASCII")) {
                throw bytes.fault(XmlFault.Kind.INVALID, "an encoding other than UTF-8 stated before the place");
            }
        }
    }

    /** A comment, passed over, or a section of raw text, which is a text: then true. */
    private boolean declaration() throws IOException, XmlFault {
        bytes.begin();
        while (true) {
            bytes.keep(bytes.take());
            if (bytes.kept() == 3 && bytes.keptEndsIn("!--")) {
                bytes.begin();
                do {
                    bytes.keep(bytes.take());
                } while (!bytes.keptEndsIn("-->"));
                bytes.keptText();
                return false;
            }
            if (bytes.kept() == 8 && bytes.keptEndsIn("![CDATA[")) {
                bytes.begin();
                do {
                    bytes.keep(bytes.take());
                } while (!bytes.keptEndsIn("]]>"));
                String raw = bytes.keptText();
                text = raw.substring(0, raw.length() - 3).replace("\r\n", "\n");
                return true;
            }
            if (bytes.kept() == 8) {
                throw bytes.fault(
                        XmlFault.Kind.INVALID,
                        "a document type or another declaration, which is not taken, before the place");
            }
        }
    }

    private Kind readTag() throws IOException, XmlFault {
        name = readName();
        Map<String, String> found = new LinkedHashMap<>();
        while (true) {
            boolean space = passSpace();
            int next = bytes.peek();
            if (next == '>') {
                bytes.take();
                attributes = found;
                return Kind.OPEN;
            }
            if (next == '/') {
                bytes.take();
                expect('>');
                attributes = found;
                return Kind.EMPTY;
            }
            if (!space && next != XmlBytes.END) {
                throw bytes.fault(XmlFault.Kind.INVALID, "a tag that is not well-formed");
            }
            readAttribute(found);
        }
    }

    private void readAttribute(Map<String, String> found) throws IOException, XmlFault {
        String key = readName();
        passSpace();
        expect('=');
        passSpace();
        int quote = bytes.take();
        if (quote != '"' && quote != '\'') {
            throw bytes.fault(XmlFault.Kind.INVALID, "an attribute without quotation marks");
        }
        bytes.begin();
        for (int next = bytes.take(); next != quote; next = bytes.take()) {
            if (next == '<') {
                throw bytes.fault(XmlFault.Kind.INVALID, "a tag inside an attribute");
            }
            bytes.keep(next == '\t' || next == '\n' || next == '\r' ? ' ' : next);
        }
        if (found.put(key, XmlText.decode(bytes.keptText(), bytes)) != null) {
            throw bytes.fault(XmlFault.Kind.INVALID, "an attribute that stands twice");
        }
        if (found.size() > MAX_ATTRIBUTES) {
            throw bytes.fault(XmlFault.Kind.LIMIT, "more than " + MAX_ATTRIBUTES + " attributes of one element");
        }
    }

    private String readName() throws IOException, XmlFault {
        bytes.begin();
        while (isName(bytes.peek(), bytes.kept() == 0)) {
            bytes.keep(bytes.take());
            if (bytes.kept() > MAX_NAME_BYTES) {
                throw bytes.fault(XmlFault.Kind.LIMIT, "a name of more than " + MAX_NAME_BYTES + " bytes");
            }
        }
        if (bytes.kept() == 0) {
            bytes.take();
            throw bytes.fault(XmlFault.Kind.INVALID, "no name where one must stand");
        }
        return bytes.keptText();
    }

    private static boolean isName(int value, boolean first) {
        boolean start = (value >= 'a' && value <= 'z')
                || (value >= 'A' && value <= 'Z')
                || value == '_'
                || value == ':'
                || value >= 0x80;
        return start || (!first && ((value >= '0' && value <= '9') || value == '-' || value == '.'));
    }

    private boolean passSpace() throws IOException, XmlFault {
        boolean any = false;
        for (int next = bytes.peek();
                next == ' ' || next == '\t' || next == '\n' || next == '\r';
                next = bytes.peek()) {
            bytes.take();
            any = true;
        }
        return any;
    }

    private void expect(char expected) throws IOException, XmlFault {
        if (bytes.take() != expected) {
            throw bytes.fault(XmlFault.Kind.INVALID, "a tag that is not well-formed");
        }
    }
}
