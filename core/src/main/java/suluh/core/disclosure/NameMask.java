package suluh.core.disclosure;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonBoolean;
import suluh.core.canon.JsonNull;
import suluh.core.canon.JsonNumber;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonString;
import suluh.core.canon.JsonValue;
import suluh.core.kernel.HostileText;

/**
 * Hides names and handles in texts: each occurrence becomes as many {@code ▒} as it has code points.
 *
 * <p>The length stays, so that the places of marked passages stay true. Names shorter than {@value #MIN_CODE_POINTS}
 * code points are hidden where they stand alone, since as part of words they would hide everything. What a text says
 * about a person in other words stays readable: this is a courtesy of the screen, not a redaction for disclosure.
 */
public final class NameMask {
    /** Below this a name is too often part of other words. */
    public static final int MIN_CODE_POINTS = 3;

    private static final String MASK = "▒";
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private final @Nullable Pattern plain;
    private final @Nullable Pattern markup;

    private NameMask(@Nullable Pattern plain, @Nullable Pattern markup) {
        this.plain = plain;
        this.markup = markup;
    }

    /** Mask of these names and handles; blank ones are left out. */
    public static NameMask of(List<String> names) {
        List<String> hidden = names.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        return new NameMask(pattern(hidden.stream()), pattern(hidden.stream().map(HostileText::markup)));
    }

    private static @Nullable Pattern pattern(Stream<String> names) {
        String alternatives = names.map(NameMask::alternative).collect(Collectors.joining("|"));
        return alternatives.isEmpty()
                ? null
                : Pattern.compile(alternatives, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String alternative(String name) {
        String quoted = Pattern.quote(name);
        boolean isShort = name.codePointCount(0, name.length()) < MIN_CODE_POINTS;
        return isShort ? "(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])" : quoted;
    }

    /** True when there is nothing to hide. */
    public boolean isEmpty() {
        return plain == null;
    }

    /** The text with the names hidden; as many code points as before. */
    public String text(String text) {
        return plain == null ? text : masked(text, plain);
    }

    /** An HTML document with the names hidden in its texts; tags and attributes stay as they are. */
    public String html(String html) {
        if (markup == null) {
            return html;
        }
        StringBuilder out = new StringBuilder(html.length());
        Matcher tags = TAG.matcher(html);
        int at = 0;
        while (tags.find()) {
            out.append(masked(html.substring(at, tags.start()), markup)).append(tags.group());
            at = tags.end();
        }
        return out.append(masked(html.substring(at), markup)).toString();
    }

    /** Findings with the names hidden in every text but the keys. */
    public JsonObject json(JsonObject object) {
        if (plain == null) {
            return object;
        }
        JsonObject.Builder masked = JsonObject.builder();
        object.members().forEach((key, value) -> masked.put(key, value(value)));
        return masked.build();
    }

    private JsonValue value(JsonValue value) {
        return switch (value) {
            case JsonObject object -> json(object);
            case JsonArray array ->
                JsonArray.of(array.values().stream().map(this::value).toList());
            case JsonString string -> new JsonString(text(string.value()));
            case JsonNumber number -> number;
            case JsonBoolean truth -> truth;
            case JsonNull nothing -> nothing;
        };
    }

    private static String masked(String text, Pattern names) {
        return names.matcher(text)
                .replaceAll(found -> MASK.repeat(
                        found.group().codePointCount(0, found.group().length())));
    }
}
