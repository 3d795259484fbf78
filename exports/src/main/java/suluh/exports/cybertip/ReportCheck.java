package suluh.exports.cybertip;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import suluh.exports.KeyNames;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingTally;
import suluh.exports.StatedTime;
import suluh.exports.markup.Element;

/** Compares an element of a report with the rules and tells each kind of difference once; nothing is refused for it. */
final class ReportCheck {
    private static final Set<String> TRUTHS = Set.of("true", "false", "0", "1");
    private static final Pattern COUNT = Pattern.compile("[+-]?\\d{1,19}");

    private final ReadingTally tally;

    ReportCheck(ReadingTally tally) {
        this.tally = tally;
    }

    // Recursion is bounded by Element.MAX_DEPTH.
    /** Checks an element whose content is of a type. */
    void check(Element element, String typeName) {
        ReportRules.Type type = ReportRules.type(typeName);
        if (type == null) {
            checkCharacters(element, typeName);
            return;
        }
        Map<String, Integer> counts = new HashMap<>();
        int reached = 0;
        for (Element child : element.children()) {
            ReportRules.Child rule = type.children().get(child.name());
            if (rule == null) {
                tally.unknownKey(element.name(), child.name(), child.start());
                continue;
            }
            int times = counts.merge(child.name(), 1, Integer::sum);
            if (times > rule.most()) {
                broken(element, child.name() + " stands more than " + rule.most() + " times", child.start());
            }
            int position = type.position(child.name());
            if (type.ordered() && position < reached) {
                broken(element, child.name() + " stands out of its order", child.start());
            }
            reached = Math.max(reached, position);
            check(child, rule.type());
        }
        for (ReportRules.Child rule : type.children().values()) {
            if (rule.least() > counts.getOrDefault(rule.name(), 0)) {
                broken(element, rule.name() + " is missing", element.start());
            }
        }
    }

    private void checkCharacters(Element element, String type) {
        String text = element.text().strip();
        boolean sound = switch (type) {
            case "truth" -> TRUTHS.contains(text);
            case "count" -> COUNT.matcher(text).matches();
            case "time" -> StatedTime.iso(text) != null;
            case "date" -> isDate(text);
            default -> true;
        };
        if (!sound) {
            broken(element, "the value is no " + type, element.start());
        }
        if (!type.equals("flags") && !element.children().isEmpty()) {
            tally.unknownKey(element.name(), element.children().getFirst().name(), element.start());
        }
    }

    private void broken(Element element, String what, long offset) {
        tally.alarmOnce(
                ReadingCode.SCHEMA_BROKEN,
                element.name() + ' ' + what,
                "in the element " + KeyNames.shown(element.name()) + ": " + what + "; it was read as far as it goes",
                offset);
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
