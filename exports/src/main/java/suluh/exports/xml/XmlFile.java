package suluh.exports.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one XML file element by element: the root's start, then each element directly inside it, whole.
 *
 * <p>XML 1.0 in UTF-8 without a document type, so that no entity expands and nothing is fetched. Memory for one element
 * of the second level. Written here because the JDK's reader counts characters, and a pointer into evidence counts bytes.
 * Not thread-safe.
 */
public final class XmlFile implements AutoCloseable {
    /** Deepest element; the schemas read here nest to 6. */
    public static final int MAX_DEPTH = 64;
    /** Elements inside one element of the second level; an account with ten thousand addresses has some 50,000. */
    public static final int MAX_ELEMENTS = 500_000;

    private final InputStream in;
    private final XmlBytes bytes;
    private final XmlTokens tokens;
    private String rootName = "";
    private Map<String, String> rootAttributes = Map.of();
    private long rootStart;
    private boolean ended;
    private boolean looseText;

    private XmlFile(InputStream in) {
        this.in = in;
        this.bytes = new XmlBytes(in);
        this.tokens = new XmlTokens(bytes);
    }

    /** The file up to the start of its root; closes the stream when it is closed. */
    public static XmlFile open(InputStream in) throws IOException, XmlFault {
        XmlFile file = new XmlFile(in);
        file.passMark();
        XmlTokens.Kind kind = file.tokens.next();
        while (kind == XmlTokens.Kind.TEXT && file.tokens.text().isBlank()) {
            kind = file.tokens.next();
        }
        switch (kind) {
            case OPEN, EMPTY -> {
                file.rootName = file.tokens.name();
                file.rootAttributes = file.tokens.attributes();
                file.rootStart = file.tokens.start();
                file.ended = kind == XmlTokens.Kind.EMPTY;
                if (file.ended) {
                    file.requireEnd();
                }
            }
            case END -> throw file.bytes.fault(XmlFault.Kind.CUT, "no root");
            case CLOSE, TEXT -> throw file.bytes.fault(XmlFault.Kind.INVALID, "something before the root");
        }
        return file;
    }

    public String rootName() {
        return rootName;
    }

    public Map<String, String> rootAttributes() {
        return rootAttributes;
    }

    /** Byte of the root's {@code <}. */
    public long rootStart() {
        return rootStart;
    }

    /** Byte behind what was read so far. */
    public long position() {
        return bytes.offset();
    }

    /** True when characters other than white space stood directly in the root. */
    public boolean hasLooseText() {
        return looseText;
    }

    /** The next element directly inside the root; null at the root's end, behind which nothing may follow. */
    public @Nullable XmlElement next() throws IOException, XmlFault {
        while (!ended) {
            switch (tokens.next()) {
                case TEXT -> looseText |= !tokens.text().isBlank();
                case OPEN -> {
                    return element();
                }
                case EMPTY -> {
                    return leaf();
                }
                case CLOSE -> {
                    requireName(rootName);
                    ended = true;
                    requireEnd();
                }
                case END -> throw bytes.fault(XmlFault.Kind.CUT, "the file ends inside its root");
            }
        }
        return null;
    }

    private void requireEnd() throws IOException, XmlFault {
        for (XmlTokens.Kind kind = tokens.next(); kind != XmlTokens.Kind.END; kind = tokens.next()) {
            if (kind != XmlTokens.Kind.TEXT || !tokens.text().isBlank()) {
                throw bytes.fault(XmlFault.Kind.INVALID, "something behind the root");
            }
        }
    }

    /** The element whose opening tag was read. */
    private XmlElement element() throws IOException, XmlFault {
        Deque<Draft> open = new ArrayDeque<>();
        open.push(new Draft(tokens.name(), tokens.attributes(), tokens.start()));
        int elements = 1;
        while (true) {
            Draft inner = open.getFirst();
            switch (tokens.next()) {
                case TEXT -> inner.text.append(tokens.text());
                case EMPTY -> inner.children.add(leaf());
                case OPEN -> open.push(new Draft(tokens.name(), tokens.attributes(), tokens.start()));
                case CLOSE -> {
                    requireName(inner.name);
                    open.pop();
                    XmlElement done = inner.at(bytes.offset());
                    if (open.isEmpty()) {
                        return done;
                    }
                    open.getFirst().children.add(done);
                }
                case END -> throw bytes.fault(XmlFault.Kind.CUT, "the file ends inside an element");
            }
            if (++elements > MAX_ELEMENTS || open.size() >= MAX_DEPTH) {
                throw bytes.fault(XmlFault.Kind.LIMIT, "an element deeper or larger than the reader's limit");
            }
        }
    }

    private XmlElement leaf() {
        return new XmlElement(tokens.name(), tokens.attributes(), List.of(), "", tokens.start(), bytes.offset());
    }

    private void requireName(String expected) throws XmlFault {
        if (!tokens.name().equals(expected)) {
            throw bytes.fault(XmlFault.Kind.INVALID, "an end tag that closes another element than the open one");
        }
    }

    private void passMark() throws IOException, XmlFault {
        if (bytes.peek() == 0xEF) {
            for (int i = 0; i < 3; i++) {
                bytes.take();
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** An element whose end was not read yet. */
    private static final class Draft {
        private final String name;
        private final Map<String, String> attributes;
        private final long start;
        private final List<XmlElement> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        Draft(String name, Map<String, String> attributes, long start) {
            this.name = name;
            this.attributes = attributes;
            this.start = start;
        }

        XmlElement at(long end) {
            return new XmlElement(name, attributes, children, text.toString(), start, end);
        }
    }
}
