package suluh.exports.cybertip;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import suluh.core.kernel.Sha256Digest;

/** What elements a report may hold, in which order, how often and with which values; read from {@code form.txt}. */
final class Form {
    /** The form of reports. */
    static final Form CYBERTIP = read();

    /** No upper bound. */
    static final int ANY = Integer.MAX_VALUE;

    private static final int DIGEST_DIGITS = 16;

    private final Map<String, Type> types = new LinkedHashMap<>();
    private final Map<String, Set<String>> words = new LinkedHashMap<>();
    private final Map<String, Pattern> patterns = new LinkedHashMap<>();

    private Form() {}

    /** How the elements inside one stand to each other. */
    enum Order {
        SEQUENCE,
        CHOICE,
        ALL,
        /** No elements, a value. */
        TEXT
    }

    /**
     * One place among the elements inside a type.
     *
     * @param types type of each name that may stand here
     */
    record Place(Map<String, String> types, int min, int max) {
        Place {
            types = new LinkedHashMap<>(types);
        }
    }

    /**
     * A type of element.
     *
     * @param base kind of its value when it holds one, else empty
     * @param attributes kind of value by name
     * @param required names of the attributes that must be there
     */
    record Type(
            String name,
            Order order,
            String base,
            List<Place> places,
            Map<String, String> attributes,
            Set<String> required) {}

    /** The type of this name, or a type without elements whose value is of the kind of this name. */
    Type type(String name) {
        Type found = types.get(name);
        return found == null ? new Type(name, Order.TEXT, name, List.of(), Map.of(), Set.of()) : found;
    }

    Map<String, Type> types() {
        return types;
    }

    Map<String, Set<String>> words() {
        return words;
    }

    /** The word itself when the list holds it, else the form in which sensitive words stand in {@code form.txt}. */
    static String listed(String word, Set<String> list) {
        return list.contains(word) ? word : digested(word);
    }

    static String digested(String word) {
        return "#"
                + Sha256Digest.of(word.getBytes(StandardCharsets.UTF_8)).hex().substring(0, DIGEST_DIGITS);
    }

    /** True when a value is of this kind (XML Schema part 2). */
    boolean accepts(String kind, String value) {
        Set<String> list = words.get(kind);
        if (list != null) {
            return list.contains(listed(value, list));
        }
        Pattern pattern = patterns.get(kind);
        return pattern == null
                ? SimpleValues.accepts(kind, value)
                : pattern.matcher(value).matches();
    }

    private static Form read() {
        Form form = new Form();
        try (InputStream in = Form.class.getResourceAsStream("form.txt")) {
            if (in == null) {
                throw new IllegalStateException("form.txt is missing beside " + Form.class);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            String section = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    section = line.startsWith(" ") ? section : line;
                    form.take(section.split(" "), line);
                }
            }
            return form;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(String[] section, String line) {
        String name = section[1];
        String[] part = line.strip().split(" ");
        switch (part[0]) {
            case "type" ->
                types.put(
                        name,
                        new Type(
                                name,
                                Order.valueOf(section[2].toUpperCase(java.util.Locale.ROOT)),
                                section.length > 3 ? section[3] : "",
                                new ArrayList<>(),
                                new LinkedHashMap<>(),
                                new LinkedHashSet<>()));
            case "child" -> type(name).places().add(place(part[2], Map.of(part[1], part[3])));
            case "one" -> {
                Map<String, String> names = new LinkedHashMap<>();
                for (int i = 2; i < part.length; i++) {
                    names.put(part[i].substring(0, part[i].indexOf(':')), part[i].substring(part[i].indexOf(':') + 1));
                }
                type(name).places().add(place(part[1], names));
            }
            case "attribute" -> {
                type(name).attributes().put(part[1], part[3]);
                if (part[2].equals("1")) {
                    type(name).required().add(part[1]);
                }
            }
            case "words" -> words.put(name, new LinkedHashSet<>());
            case "empty" -> words(name).add("");
            case "value" -> words(name).add(line.strip().substring("value ".length()));
            case "codes" -> words(name).addAll(List.of(part).subList(1, part.length));
            case "form" -> {}
            case "pattern" -> patterns.put(name, Pattern.compile(part[1]));
            default -> throw new IllegalStateException("a line of form.txt that is none: " + line);
        }
    }

    private Set<String> words(String name) {
        Set<String> list = words.get(name);
        if (list == null) {
            throw new IllegalStateException("words before their list in form.txt: " + name);
        }
        return list;
    }

    private static Place place(String count, Map<String, String> names) {
        int min = count.startsWith("1") ? 1 : 0;
        return new Place(names, min, count.endsWith("n") ? ANY : 1);
    }
}
