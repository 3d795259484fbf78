package suluh.core.disclosure.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import suluh.core.canon.JsonObject;
import suluh.core.kernel.EvidenceId;
import suluh.core.observation.SourcePointer;

/** What happened when, as far as sources state instants: of conversations, groups, receipt and report. */
final class Timeline {
    private Timeline() {}

    /**
     * A moment.
     *
     * @param when instant in UTC
     */
    record Event(String when, String what) {}

    /** Events in order of time. */
    static List<Event> of(ReportFacts facts, Map<String, String> numbers, Page page) {
        List<Event> events = new ArrayList<>();
        for (JsonObject one : facts.findings().objects("conversations")) {
            String name = numbers.getOrDefault(one.textOrEmpty("key"), "") + " " + Facts.name(one);
            List<JsonObject> cues = one.objects("cues");
            if (!cues.isEmpty()) {
                add(events, facts, Facts.object(cues.getFirst(), "source"), page.say(Phrase.FIRST_PASSAGE, name));
            }
            JsonObject alert = Facts.object(one, "firstAlert");
            if (!alert.members().isEmpty()) {
                add(events, facts, Facts.object(alert, "source"), page.say(Phrase.FIRST_ALERT, name));
            }
        }
        for (JsonObject one : Facts.object(facts.findings(), "network").objects("replacements")) {
            String at = one.textOrEmpty("silentSince");
            if (!at.isEmpty()) {
                events.add(new Event(at, page.say(Phrase.SILENT, one.textOrEmpty("silent"))));
            }
        }
        if (events.isEmpty()) {
            return events;
        }
        events.add(new Event(
                facts.heading().madeAt().toString(),
                page.say(facts.isDisclosure() ? DisclosedPhrase.PLANNED : Phrase.REPORT_MADE)));
        events.sort(Comparator.comparing(Event::when).thenComparing(Event::what));
        return events;
    }

    /** Only what states an instant stands in the line of time. */
    private static void add(List<Event> events, ReportFacts facts, JsonObject source, String what) {
        if (source.members().isEmpty()) {
            return;
        }
        SourcePointer pointer = new SourcePointer(
                new EvidenceId(source.textOrEmpty("item")),
                source.textOrEmpty("path"),
                Facts.whole(source, "offset"),
                Facts.whole(source, "length"));
        String time = facts.times().getOrDefault(ReportFacts.key(pointer), "");
        if (time.endsWith("Z")) {
            events.add(new Event(time, what));
        }
    }
}
