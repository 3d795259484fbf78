package suluh.exports.telegramhtml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One element of a page, held whole: a message, or the page's header. */
final class Element {
    /** Either an element or a text. */
    private sealed interface Part {}

    private record Text(String characters) implements Part {}

    private record Child(Element element) implements Part {}

    private final String name;
    private final Map<String, String> attributes;
    private final List<String> classes;
    private final List<Part> parts = new ArrayList<>();

    Element(String name, Map<String, String> attributes) {
        this.name = name;
        this.attributes = attributes;
        this.classes = classes(attributes);
    }

    static List<String> classes(Map<String, String> attributes) {
        return Arrays.asList(attributes.getOrDefault("class", "").strip().split("\\s+"));
    }

    void add(Element child) {
        parts.add(new Child(child));
    }

    void add(String text) {
        parts.add(new Text(text));
    }

    /** Tag in lower case. */
    String name() {
        return name;
    }

    boolean is(String className) {
        return classes.contains(className);
    }

    List<String> classes() {
        return classes;
    }

    /** Value of an attribute, or null. */
    @Nullable
    String attribute(String key) {
        return attributes.get(key);
    }

    /** Elements directly inside, in order. */
    List<Element> children() {
        List<Element> found = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Child child) {
                found.add(child.element);
            }
        }
        return found;
    }

    /** The first element directly inside that has this class, or null. */
    @Nullable
    Element child(String className) {
        for (Element child : children()) {
            if (child.is(className)) {
                return child;
            }
        }
        return null;
    }

    /** All elements inside that have this class, at any depth, in order; does not look inside the ones found. */
    List<Element> all(String className) {
        List<Element> found = new ArrayList<>();
        collect(className, found);
        return found;
    }

    // Recursion is bounded by TelegramHtmlReader.MAX_DEPTH.
    private void collect(String className, List<Element> found) {
        for (Element child : children()) {
            if (child.is(className)) {
                found.add(child);
            } else {
                child.collect(className, found);
            }
        }
    }

    /** Characters directly inside, without those of elements. */
    String ownText() {
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Text text) {
                out.append(text.characters);
            }
        }
        return out.toString();
    }

    /** All characters inside; a line break where the page breaks the line. */
    String text() {
        StringBuilder out = new StringBuilder();
        text(out);
        return out.toString();
    }

    private void text(StringBuilder out) {
        if (name.equals("br")) {
            out.append('\n');
        }
        for (Part part : parts) {
            switch (part) {
                case Text text -> out.append(text.characters);
                case Child child -> child.element.text(out);
            }
        }
    }
}
