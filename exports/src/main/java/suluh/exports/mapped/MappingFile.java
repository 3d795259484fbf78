package suluh.exports.mapped;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import suluh.core.kernel.Sha256Digest;
import suluh.core.observation.AttributeKind;
import suluh.core.observation.ContactPointKind;
import suluh.core.observation.ContactRelation;
import suluh.core.observation.ConversationType;
import suluh.core.observation.MembershipRole;
import suluh.core.observation.Platform;
import suluh.exports.KeyNames;
import suluh.exports.json.JsonCursor;
import suluh.exports.json.JsonTree;
import tools.jackson.core.JacksonException;

/** Reads a mapping file; every mistake in it is said with its place, and nothing is read with half a mapping. */
public final class MappingFile {
    /** A mapping has some kilobytes. */
    public static final int MAX_BYTES = 1 << 20;

    private static final String FORMAT = "suluh-mapping/1";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Set<String> KEYS =
            Set.of("format", "name", "files", "table", "platform", "times", "emit", "passed", "comment");

    private MappingFile() {}

    /** The mapping that these bytes are. */
    public static Mapping parse(byte[] bytes) throws MappingFault {
        if (bytes.length > MAX_BYTES) {
            throw new MappingFault("The mapping has more than " + MAX_BYTES + " bytes.");
        }
        JsonTree root = tree(bytes);
        if (!FORMAT.equals(root.textAt("format"))) {
            throw new MappingFault("The mapping does not begin with \"format\": \"" + FORMAT + "\".");
        }
        requireKnown("the mapping", root.fields().keySet(), KEYS);
        String name = needed(root, "the mapping", "name");
        if (!NAME.matcher(name).matches()) {
            throw new MappingFault("The name of the mapping has other characters than a-z, 0-9 and -.");
        }
        Map<String, TimeRule> times = times(root.at("times"));
        Mapping mapping = new Mapping(
                name,
                files(root.at("files")),
                word(Mapping.Form.class, needed(root.at("table"), "table", "form"), "table.form"),
                separator(root.at("table")),
                records(root.at("table")),
                word(Platform.class, needed(root, "the mapping", "platform"), "platform"),
                emits(root.at("emit"), times),
                times,
                new LinkedHashSet<>(texts(root.at("passed"))),
                Sha256Digest.of(bytes));
        if (mapping.columns().isEmpty()) {
            throw new MappingFault("The mapping uses no column.");
        }
        return mapping;
    }

    private static JsonTree tree(byte[] bytes) throws MappingFault {
        try (JsonCursor json = JsonCursor.of(new ByteArrayInputStream(bytes))) {
            json.next();
            if (!json.atObject()) {
                throw new MappingFault("The mapping is no JSON object.");
            }
            JsonTree root = JsonTree.read(json, () -> {});
            if (json.next() != null) {
                throw new MappingFault("Something follows the end of the mapping.");
            }
            return root;
        } catch (JacksonException e) {
            throw new MappingFault(
                    "The mapping is not JSON at line " + e.getLocation().getLineNr() + ".", e);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot fail", e);
        }
    }

    private static List<Pattern> files(JsonTree tree) throws MappingFault {
        List<Pattern> patterns = new ArrayList<>();
        for (String text : texts(tree)) {
            StringBuilder regex = new StringBuilder();
            for (String part : text.split("\\*", -1)) {
                regex.append(regex.isEmpty() ? "" : ".*").append(part.isEmpty() ? "(?:)" : Pattern.quote(part));
            }
            patterns.add(Pattern.compile("(?:.*/)?" + regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
        }
        if (patterns.isEmpty()) {
            throw new MappingFault("\"files\" names no file, such as [\"chat-*.csv\"].");
        }
        return patterns;
    }

    private static char separator(JsonTree table) throws MappingFault {
        requireKnown("table", table.fields().keySet(), Set.of("form", "separator", "records"));
        String text = table.textAt("separator");
        if (text == null) {
            return ',';
        }
        if (text.length() != 1 || text.charAt(0) > 0x7F || text.charAt(0) == '"' || text.charAt(0) == '\n') {
            throw new MappingFault("\"separator\" is not one character of ASCII.");
        }
        return text.charAt(0);
    }

    private static List<String> records(JsonTree table) {
        String path = table.textAt("records");
        return path == null ? List.of() : List.of(path.split("\\."));
    }

    private static Map<String, TimeRule> times(JsonTree tree) throws MappingFault {
        Map<String, TimeRule> times = new LinkedHashMap<>();
        for (Map.Entry<String, JsonTree> entry : tree.fields().entrySet()) {
            JsonTree rule = entry.getValue();
            String place = "times." + entry.getKey();
            requireKnown(place, rule.fields().keySet(), Set.of("column", "form", "zone"));
            String form = needed(rule, place, "form");
            try {
                String zone = rule.textAt("zone");
                @Nullable ZoneId id = zone == null ? null : ZoneId.of(zone);
                times.put(entry.getKey(), new TimeRule(needed(rule, place, "column"), form, id));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new MappingFault(
                        place + " has a form or a zone that is not known; give \"iso\", \"unix-seconds\","
                                + " \"unix-millis\" or a pattern such as \"dd/MM/uuuu HH:mm\", and a zone such as"
                                + " \"Asia/Kuala_Lumpur\".",
                        e);
            }
        }
        return times;
    }

    private static List<EmitRule> emits(JsonTree tree, Map<String, TimeRule> times) throws MappingFault {
        List<EmitRule> rules = new ArrayList<>();
        for (JsonTree element : tree.elements()) {
            rules.add(emit(element, "emit[" + rules.size() + "]", times));
        }
        if (rules.isEmpty()) {
            throw new MappingFault("\"emit\" makes no observation.");
        }
        return rules;
    }

    private static EmitRule emit(JsonTree tree, String place, Map<String, TimeRule> times) throws MappingFault {
        String wire = needed(tree, place, "kind");
        EmitRule.Kind kind = EmitRule.Kind.ofWire(wire)
                .orElseThrow(
                        () -> new MappingFault(place + ".kind is none that a mapping makes: " + KeyNames.shown(wire)));
        Map<String, FieldValue> values = new LinkedHashMap<>();
        Map<String, String> words = new LinkedHashMap<>();
        String time = "";
        List<String> attachments = List.of();
        for (Map.Entry<String, JsonTree> part : tree.fields().entrySet()) {
            String name = part.getKey();
            switch (name) {
                case "kind", "optional" -> {}
                case "at" -> {
                    time = String.valueOf(part.getValue().text());
                    if (!times.containsKey(time)) {
                        throw new MappingFault(place + ".at names no rule of \"times\".");
                    }
                }
                case "attachments" -> attachments = texts(part.getValue());
                default -> part(name, part.getValue(), place, kind, values, words);
            }
        }
        for (String needed : kind.needed()) {
            if (!values.containsKey(needed)) {
                throw new MappingFault(place + " lacks " + needed + ", without which there is no " + wire + ".");
            }
        }
        checkWords(kind, words, place);
        boolean optional = "true".equals(tree.textAt("optional"));
        return new EmitRule(kind, values, time, attachments, words, optional);
    }

    private static void part(
            String name,
            JsonTree value,
            String place,
            EmitRule.Kind kind,
            Map<String, FieldValue> values,
            Map<String, String> words)
            throws MappingFault {
        String text = value.text();
        if (kind.hasWord(name) && text != null) {
            words.put(name, text);
        } else if (!kind.takes(name)) {
            throw new MappingFault(
                    place + " has a part that " + kind.wire() + " does not have: " + KeyNames.shown(name));
        } else if (text != null) {
            values.put(name, new FieldValue.Column(text));
        } else if (value.textAt("is") != null) {
            values.put(name, new FieldValue.Constant(String.valueOf(value.textAt("is"))));
        } else {
            throw new MappingFault(place + "." + name + " is neither a column nor {\"is\": \"text\"}.");
        }
    }

    private static void checkWords(EmitRule.Kind kind, Map<String, String> words, String place) throws MappingFault {
        if (kind == EmitRule.Kind.CONTACT_POINT) {
            word(ContactPointKind.class, words.getOrDefault("contact", ""), place + ".contact");
            words.putIfAbsent("relation", "published");
            word(ContactRelation.class, words.get("relation"), place + ".relation");
        }
        if (kind == EmitRule.Kind.ATTRIBUTE) {
            word(AttributeKind.class, words.getOrDefault("attribute", ""), place + ".attribute");
        }
        if (kind == EmitRule.Kind.MEMBERSHIP) {
            words.putIfAbsent("role", "member");
            word(MembershipRole.class, words.get("role"), place + ".role");
        }
        words.putIfAbsent("conversation.type", "unknown");
        word(ConversationType.class, words.get("conversation.type"), place + ".conversation.type");
    }

    /** The constant of this wire name. */
    static <E extends Enum<E>> E word(Class<E> type, @Nullable String text, String place) throws MappingFault {
        String wanted = String.valueOf(text).toUpperCase(Locale.ROOT).replace('-', '_');
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(wanted)) {
                return constant;
            }
        }
        StringBuilder known = new StringBuilder();
        for (E constant : type.getEnumConstants()) {
            known.append(known.isEmpty() ? "" : ", ")
                    .append(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        throw new MappingFault(place + " is none of: " + known + ".");
    }

    private static List<String> texts(JsonTree tree) {
        return tree.elements().stream()
                .map(JsonTree::text)
                .filter(text -> text != null && !text.isEmpty())
                .map(String::valueOf)
                .toList();
    }

    private static String needed(JsonTree tree, String place, String key) throws MappingFault {
        String text = tree.textAt(key);
        if (text == null) {
            throw new MappingFault("\"" + key + "\" of " + place + " is missing.");
        }
        return text;
    }

    private static void requireKnown(String place, Set<String> found, Set<String> known) throws MappingFault {
        for (String key : found) {
            if (!known.contains(key)) {
                throw new MappingFault("Unknown key " + KeyNames.shown(key) + " in " + place + ".");
            }
        }
    }
}
