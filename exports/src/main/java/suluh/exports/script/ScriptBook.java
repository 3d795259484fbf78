package suluh.exports.script;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * The templates of one part of the evaluation set; no text of a script comes from anywhere else.
 *
 * <p>Immutable after loading.
 */
public final class ScriptBook {
    /** Parts that share no template; what is fitted may be fitted to the first, never to the second. */
    public enum Part {
        TRAIN,
        HELD_OUT;

        private String suffix() {
            return this == TRAIN ? "-train.txt" : "-held-out.txt";
        }
    }

    /**
     * A cue template.
     *
     * @param family name of the family, as the assessor names it
     */
    public record Template(String family, String language, String text) {}

    /** An innocent scene: lines of side a and side b, in order. */
    public record Scene(String kind, String language, List<String> lines) {
        public Scene {
            lines = List.copyOf(lines);
        }
    }

    private final List<Template> templates = new ArrayList<>();
    private final List<Scene> scenes = new ArrayList<>();
    private final Map<String, List<String>> talk = new LinkedHashMap<>();
    private final Map<String, List<String>> slots = new LinkedHashMap<>();

    public ScriptBook(Part part) {
        sections("cues" + part.suffix())
                .forEach((head, lines) ->
                        lines.forEach(line -> templates.add(new Template(first(head), second(head), line))));
        sections("scenes" + part.suffix())
                .forEach((head, lines) -> scenes.add(new Scene(first(head), second(head), lines)));
        sections("chatter.txt").forEach((head, lines) -> talk.put(head.substring(head.indexOf(' ') + 1), lines));
        for (String line : lines("slots.txt")) {
            int colon = line.indexOf(':');
            slots.put(
                    line.substring(0, colon),
                    List.of(line.substring(colon + 1).strip().split("\\|")));
        }
    }

    /** Cue templates in file order. */
    public List<Template> templates() {
        return List.copyOf(templates);
    }

    /** Cue templates of a family in a language. */
    List<Template> templates(String family, String language) {
        return templates.stream()
                .filter(template ->
                        template.family().equals(family) && template.language().equals(language))
                .toList();
    }

    /** Innocent scenes in file order. */
    public List<Scene> scenes() {
        return List.copyOf(scenes);
    }

    /** Lines of {@code chatter} or {@code reply} in a language. */
    List<String> talk(String kind, String language) {
        return Objects.requireNonNull(talk.get(kind + " " + language), () -> "no talk: " + kind + " " + language);
    }

    /** True when a slot of this name can be filled. */
    boolean hasSlot(String name) {
        return slots.containsKey(name);
    }

    /** The template with each slot filled by a value that {@code random} picks. */
    String filled(String template, SplittableRandom random) {
        StringBuilder out = new StringBuilder(template.length() + 16);
        int from = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
            int close = template.indexOf('}', open);
            String name = template.substring(open + 1, close);
            List<String> values = Objects.requireNonNull(slots.get(name), () -> "no slot: " + name);
            out.append(template, from, open).append(values.get(random.nextInt(values.size())));
            from = close + 1;
        }
        return out.append(template.substring(from)).toString();
    }

    private static String first(String head) {
        return head.substring(head.indexOf(' ') + 1, head.lastIndexOf(' '));
    }

    private static String second(String head) {
        return head.substring(head.lastIndexOf(' ') + 1);
    }

    /** Sections by number and head, so that two scenes of one kind stay two. */
    private static Map<String, List<String>> sections(String file) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : lines(file)) {
            if (line.startsWith("[")) {
                current = new ArrayList<>();
                sections.put(sections.size() + " " + line.substring(1, line.length() - 1), current);
            } else {
                current.add(line);
            }
        }
        return sections;
    }

    private static List<String> lines(String name) {
        try (InputStream in = ScriptBook.class.getResourceAsStream(name);
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in, name), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the jar lacks its own templates: " + name, e);
        }
    }
}
