package suluh.exports.xml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One element held whole.
 *
 * @param name qualified name as written
 * @param attributes in source order
 * @param children elements directly inside, in order
 * @param text characters directly inside, references decoded
 * @param start byte of its {@code <}
 * @param end byte behind its last {@code >}
 */
public record XmlElement(
        String name, Map<String, String> attributes, List<XmlElement> children, String text, long start, long end) {
    public XmlElement {
        attributes = new LinkedHashMap<>(attributes);
        children = List.copyOf(children);
    }

    /** Bytes of the element. */
    public long length() {
        return end - start;
    }

    /** Elements directly inside of this name. */
    public List<XmlElement> all(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).toList();
    }

    /** The first element directly inside of this name. */
    public Optional<XmlElement> first(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).findFirst();
    }

    /** Text of the first element of this name without white space around it; empty when there is none. */
    public String textOf(String childName) {
        return first(childName).map(child -> child.text().strip()).orElse("");
    }

    /** Value of an attribute; empty when it is not there. */
    public String attribute(String attributeName) {
        return attributes.getOrDefault(attributeName, "");
    }
}
