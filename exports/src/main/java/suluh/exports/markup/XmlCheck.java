package suluh.exports.markup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.MissingResourceException;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Tells by the JDK's own streaming parser whether a file is well-formed XML.
 *
 * <p>No document type, no entity and no address in the file is followed. The parser cannot say at which byte a tag
 * begins (docs/decisions/0020-markup-by-bytes.md); {@link MarkupCursor} does, and this class guards what it is given.
 */
public final class XmlCheck {
    /** Elements within elements; reports have at most 8, and the JDK's own limit is 100. */
    public static final int MAX_DEPTH = 60;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final XMLInputFactory FACTORY = factory();

    private XmlCheck() {}

    /**
     * A fault of the file.
     *
     * @param line line of the fault, from 1; the parser knows no bytes
     * @param what what was found
     */
    public record Fault(int line, String what) {}

    /** The first fault, or empty when the whole file is well-formed, without a document type, and not too deep. */
    public static Optional<Fault> firstFault(InputStream in) throws IOException {
        int line = 1;
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(characters(in));
            String encoding = reader.getCharacterEncodingScheme();
            if (encoding != null && !encoding.equalsIgnoreCase("UTF-8") && !encoding.equalsIgnoreCase("US-ASCII")) {
                return Optional.of(new Fault(1, "the file is in another encoding than UTF-8"));
            }
            int depth = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                line = Math.max(1, reader.getLocation().getLineNumber());
                if (event == XMLStreamConstants.DTD) {
                    return Optional.of(new Fault(line, "the file declares a document type, which no report has"));
                }
                if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                    return Optional.of(new Fault(line, "the file refers to an entity that it does not have"));
                }
                if (event == XMLStreamConstants.START_ELEMENT && ++depth > MAX_DEPTH) {
                    return Optional.of(new Fault(line, "elements are nested deeper than " + MAX_DEPTH + " times"));
                }
                depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
            }
            return Optional.empty();
        } catch (MissingResourceException e) {
            // The JDK looks for the words of some faults inside a document type, and has none.
            return Optional.of(new Fault(line, "the bytes are not well-formed XML"));
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof CharacterCodingException) {
                return Optional.of(new Fault(line, "bytes that are not UTF-8"));
            }
            if (e.getNestedException() instanceof IOException cause) {
                throw cause;
            }
            int at =
                    e.getLocation() == null ? line : Math.max(1, e.getLocation().getLineNumber());
            return Optional.of(new Fault(at, "the bytes are not well-formed XML"));
        }
    }

    /** Decoded here and strictly: given bytes, the parser tells wrong ones on standard error before it fails. */
    private static Reader characters(InputStream in) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(in);
        bytes.mark(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(bytes.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            bytes.reset();
        }
        return new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder());
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLReporter((message, type, detail, location) -> {});
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }
}
