package suluh.exports.cybertip;

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
import org.jspecify.annotations.Nullable;

/**
 * Which elements stand where in a CyberTipline report, and what they hold.
 *
 * <p>Source: the published schema of the reporting interface (November 2025), written down in {@code report-rules.txt};
 * the conformance suite compares both.
 */
final class ReportRules {
    /**
     * A child that a type has.
     *
     * @param name element
     * @param type type of its content: another line of the table, or text, truth, time, date, count, flags
     * @param least fewest times
     * @param most most times
     */
    record Child(String name, String type, int least, int most) {}

    /**
     * Children of a type.
     *
     * @param ordered true when they stand in this order
     */
    record Type(Map<String, Child> children, boolean ordered) {
        /** Position of a child among the others, or -1. */
        int position(String name) {
            return List.copyOf(children.keySet()).indexOf(name);
        }
    }

    private static final Map<String, Type> TYPES = new LinkedHashMap<>();

    static {
        load();
    }

    private ReportRules() {}

    /** The type of a name; null for characters and flags. */
    static @Nullable Type type(String name) {
        return TYPES.get(name);
    }

    /** Names of all types, in the order of the table. */
    static List<String> names() {
        return List.copyOf(TYPES.keySet());
    }

    private static void load() {
        try (InputStream in = ReportRules.class.getResourceAsStream("report-rules.txt");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    int colon = line.indexOf(": ");
                    TYPES.put(line.substring(0, colon), parsed(line.substring(colon + 2)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the rules of reports cannot be read", e);
        }
    }

    private static Type parsed(String rule) {
        List<String> words = new ArrayList<>(List.of(rule.split(" ")));
        boolean any = words.getFirst().equals("any");
        if (any) {
            words.removeFirst();
        }
        Map<String, Child> children = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            String type = equals < 0 ? "text" : word.substring(equals + 1);
            String name = equals < 0 ? word : word.substring(0, equals);
            char sign = name.charAt(name.length() - 1);
            boolean signed = "?*+".indexOf(sign) >= 0;
            String bare = signed ? name.substring(0, name.length() - 1) : name;
            int least = sign == '?' || sign == '*' ? 0 : 1;
            int most = sign == '*' || sign == '+' ? Integer.MAX_VALUE : 1;
            children.put(bare, new Child(bare, type, least, most));
        }
        return new Type(children, !any);
    }
}
