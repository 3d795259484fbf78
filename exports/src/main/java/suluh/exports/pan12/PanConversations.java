package suluh.exports.pan12;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads {@code <conversations><conversation id><message line><author/><time/><text/></message>…} as the organisers of
 * PAN-2012 published it (Inches and Crestani, CLEF 2012).
 *
 * <p>Streams conversation by conversation. Document types and external entities are refused, so that a file can name
 * nothing outside itself. Suluh neither holds nor fetches the corpus.
 */
public final class PanConversations {
    /** The longest conversation of the published corpus has some 24,000 lines; far above it. */
    private static final int MAX_MESSAGES = 200_000;

    private PanConversations() {}

    /**
     * A conversation.
     *
     * @param id as the file gives it
     */
    public record Conversation(String id, List<Message> messages) {
        public Conversation {
            messages = List.copyOf(messages);
        }
    }

    /** A message; times of the corpus have no date and are not read. */
    public record Message(String author, String text) {}

    /**
     * Hands each conversation to the consumer, in file order.
     *
     * @return number of conversations
     * @throws PanFormatException when the file is not of this form
     */
    public static long read(InputStream in, Consumer<Conversation> conversations) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // What is wrong with the file is told by the exception; the parser's own way is to print it.
        factory.setXMLReporter((message, type, information, place) -> {});
        long count = 0;
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("conversation")) {
                    conversations.accept(conversation(xml));
                    count++;
                }
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new PanFormatException(line, "it is not XML of this form");
        }
        return count;
    }

    private static Conversation conversation(XMLStreamReader xml) throws XMLStreamException {
        String id = xml.getAttributeValue(null, "id");
        if (id == null || id.isEmpty()) {
            throw new PanFormatException(xml.getLocation().getLineNumber(), "a conversation has no id");
        }
        List<Message> messages = new ArrayList<>();
        String author = "";
        String text = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "message" -> {
                        author = "";
                        text = "";
                    }
                    case "author" -> author = xml.getElementText().strip();
                    case "text" -> text = xml.getElementText();
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals("conversation")) {
                    break;
                }
                if (xml.getLocalName().equals("message")) {
                    if (messages.size() == MAX_MESSAGES) {
                        throw new PanFormatException(
                                xml.getLocation().getLineNumber(), "a conversation has more messages than 200,000");
                    }
                    messages.add(new Message(author, text));
                }
            }
        }
        return new Conversation(id, messages);
    }
}
