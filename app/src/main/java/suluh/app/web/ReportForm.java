package suluh.app.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import suluh.app.flow.ReceiveComplaint;
import suluh.core.casework.complaint.Complaint;
import suluh.core.casework.complaint.Concern;

/**
 * Answers of the public form, carried from step to step in the page itself: no session, no cookie.
 *
 * @param step page to show, from 1
 * @param answers by the name of the field; what was not asked yet is empty
 */
public record ReportForm(int step, Map<String, String> answers) {
    static final int STEPS = 5;

    private static final Map<Integer, List<String>> FIELDS = Map.of(
            1, List.of("danger"),
            2, List.of("platform", "where"),
            3, List.of("concern", "words"),
            4, List.of("when", "child"),
            5, List.of("contact"));

    /** Characters of one answer that are carried; the flow says what is too long. */
    private static final int MAX_CARRIED = Complaint.MAX_WORDS_CHARS + 1;

    public ReportForm {
        step = Math.clamp(step, 1, STEPS);
        answers = Map.copyOf(answers);
    }

    /** The form with these parameters of a request; {@code go} leads a step on or back. */
    static ReportForm of(Map<String, String> parameters) {
        Map<String, String> answers = new TreeMap<>();
        for (String name : FIELDS.values().stream().flatMap(List::stream).toList()) {
            String given = parameters.getOrDefault(name, "");
            answers.put(name, given.length() > MAX_CARRIED ? given.substring(0, MAX_CARRIED) : given);
        }
        String at = parameters.getOrDefault("step", "1");
        int step = at.matches("[1-5]") ? at.charAt(0) - '0' : 1;
        return new ReportForm(
                switch (parameters.getOrDefault("go", "")) {
                    case "next" -> step + 1;
                    case "back" -> step - 1;
                    default -> step;
                },
                answers);
    }

    /** Answers of the other steps, which the page carries along. */
    public Map<String, String> carried() {
        Map<String, String> carried = new TreeMap<>(answers);
        FIELDS.getOrDefault(step, List.of()).forEach(carried::remove);
        return carried;
    }

    public String answer(String name) {
        return answers.getOrDefault(name, "");
    }

    /** What the reporter says, in the language of the page. */
    Complaint complaint(ReceiveComplaint flow, Locale language) {
        return new Complaint(
                language.getLanguage().equals("ms") ? "ms" : "en",
                Concern.ofWire(answer("concern")).orElse(Concern.OTHER),
                answer("words").strip(),
                answer("when").strip(),
                answer("danger").equals("yes"),
                answer("child").equals("yes"),
                answer("contact").strip(),
                flow.targets(answer("where"), answer("platform")));
    }
}
