package suluh.app.cli;

import java.util.List;
import suluh.core.observation.FileReading;
import suluh.core.observation.ReadingAlarm;

/** One line for each file that was not read whole, or was read with an alarm. */
final class ReadingLines {
    private ReadingLines() {}

    /** Lines in the order of the readings; a file that was read without a word has none. */
    static List<String> of(List<FileReading> readings) {
        return readings.stream()
                .filter(reading ->
                        reading.fate().leavesUnread() || !reading.alarms().isEmpty())
                .map(ReadingLines::line)
                .toList();
    }

    private static String line(FileReading reading) {
        String name = reading.name() + (reading.path().isEmpty() ? "" : "!/" + reading.path());
        return reading.fate().leavesUnread()
                ? reading.fate().wire() + ": " + name + ": " + reading.reason()
                : "alarm: " + name + ": " + alarms(reading.alarms());
    }

    private static String alarms(List<ReadingAlarm> alarms) {
        ReadingAlarm first = alarms.getFirst();
        String more = alarms.size() == 1 ? "" : "; and " + (alarms.size() - 1) + " more";
        return first.code().name() + ": " + first.message() + more;
    }
}
