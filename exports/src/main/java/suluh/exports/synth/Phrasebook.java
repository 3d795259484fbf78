package suluh.exports.synth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Every text that a synthetic probe can contain: templates by section, with their slots.
 *
 * <p>No text reaches an export from anywhere else, so that reading the template files is reading all that can be
 * written. Immutable after loading.
 */
final class Phrasebook {
    private static final List<String> TEMPLATE_FILES = List.of("chatter.txt", "cues.txt", "negatives.txt");

    /** Slots whose text depends on who speaks. */
    enum Own {
        HANDLE,
        PHONE,
        INVITE,
        STRAY
    }

    /**
     * What fills the slots that depend on the speaker.
     *
     * @param speaker who speaks
     * @param strayPhone number of somebody else, as written
     */
    record Voice(Persona speaker, String strayPhone) {
        private String value(Own own) {
            return switch (own) {
                case HANDLE -> "@" + speaker.username();
                case PHONE -> speaker.writtenPhone();
                case INVITE -> speaker.invite();
                case STRAY -> strayPhone;
            };
        }
    }

    private sealed interface Piece {
        record Literal(String text) implements Piece {}

        record Choice(List<String> options) implements Piece {}

        record Spoken(Own own) implements Piece {}
    }

    /** One template. */
    record Phrase(List<Piece> pieces) {
        /** Appends the text that {@code bits} select. */
        void render(StringBuilder out, long bits, Voice voice) {
            for (int i = 0; i < pieces.size(); i++) {
                switch (pieces.get(i)) {
                    case Piece.Literal literal -> out.append(literal.text());
                    case Piece.Choice choice ->
                        out.append(choice.options()
                                .get(Draw.below(
                                        Draw.at(bits, i), choice.options().size())));
                    case Piece.Spoken spoken -> out.append(voice.value(spoken.own()));
                }
            }
        }
    }

    private final Map<String, List<Phrase>> sections = new LinkedHashMap<>();
    private final Map<String, List<String>> slots = new LinkedHashMap<>();
    private final List<String> topics = new ArrayList<>();

    /** Reads the template files of this package. */
    Phrasebook() {
        for (String line : lines("slots.txt")) {
            int colon = line.indexOf(':');
            slots.put(line.substring(0, colon), options(line.substring(colon + 1), '|'));
        }
        for (String file : TEMPLATE_FILES) {
            readSections(file);
        }
        for (String section : sections.keySet()) {
            if (section.equals("age ms")) {
                break;
            }
            if (section.endsWith(" ms")) {
                topics.add(section.substring(0, section.length() - 3));
            }
        }
    }

    /** Topics of ordinary chatter, in file order. */
    List<String> topics() {
        return topics;
    }

    /** Templates of a section such as {@code school ms}. */
    List<Phrase> section(String name) {
        return Objects.requireNonNull(sections.get(name), () -> "no section of templates: " + name);
    }

    boolean hasSection(String name) {
        return sections.containsKey(name);
    }

    /** Names by list, such as {@code malay-f}. */
    static Map<String, List<String>> nameLists() {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        String section = "";
        for (String line : lines("names.txt")) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
            } else {
                lists.put(section, options(line, ','));
            }
        }
        return lists;
    }

    private void readSections(String file) {
        List<Phrase> current = new ArrayList<>();
        for (String line : lines(file)) {
            if (line.startsWith("[")) {
                current = new ArrayList<>();
                sections.put(line.substring(1, line.length() - 1), current);
            } else {
                current.add(phrase(line));
            }
        }
    }

    private Phrase phrase(String template) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
            int close = template.indexOf('}', open);
            if (open > from) {
                pieces.add(new Piece.Literal(template.substring(from, open)));
            }
            pieces.add(slot(template.substring(open + 1, close)));
            from = close + 1;
        }
        if (from < template.length()) {
            pieces.add(new Piece.Literal(template.substring(from)));
        }
        return new Phrase(List.copyOf(pieces));
    }

    private Piece slot(String name) {
        List<String> options = slots.get(name);
        return options != null
                ? new Piece.Choice(options)
                : new Piece.Spoken(Own.valueOf(name.toUpperCase(Locale.ROOT)));
    }

    private static List<String> options(String text, char separator) {
        List<String> options = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int to = text.indexOf(separator, from);
            to = to < 0 ? text.length() : to;
            options.add(text.substring(from, to).strip());
            from = to + 1;
        }
        return List.copyOf(options);
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Phrasebook.class.getResourceAsStream(resource);
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in, resource), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the jar lacks its own templates: " + resource, e);
        }
    }
}
