package suluh.core.disclosure;

import java.util.List;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonObject;
import suluh.core.observation.FileReading;
import suluh.core.observation.ReadingAlarm;

/** Renders the account of each file as the JSON of {@code docs/formats/reading-report.md}, version {@value #FORMAT}. */
public final class ReadingReportJson {
    public static final String FORMAT = "suluh-reading-report/1";

    private ReadingReportJson() {}

    /** The report on these readings, in their order. */
    public static JsonObject of(List<FileReading> readings) {
        return JsonObject.builder()
                .put("format", FORMAT)
                .put(
                        "files",
                        JsonArray.of(
                                readings.stream().map(ReadingReportJson::file).toList()))
                .build();
    }

    private static JsonObject file(FileReading reading) {
        JsonObject.Builder skipped = JsonObject.builder();
        reading.skipped().forEach(skipped::put);
        return JsonObject.builder()
                .put("item", reading.item().value())
                .put("name", reading.name())
                .put("path", reading.path())
                .put("fate", reading.fate().wire())
                .put("format", reading.format())
                .put("reason", reading.reason())
                .put(
                        "records",
                        JsonObject.builder()
                                .put("seen", reading.recordsSeen())
                                .put("read", reading.recordsRead())
                                .put("skipped", skipped.build())
                                .put("notUnderstood", reading.recordsNotUnderstood())
                                .build())
                .put("observations", reading.observations())
                .put(
                        "alarms",
                        JsonArray.of(reading.alarms().stream()
                                .map(ReadingReportJson::alarm)
                                .toList()))
                .build();
    }

    private static JsonObject alarm(ReadingAlarm alarm) {
        return JsonObject.builder()
                .put("code", alarm.code().name())
                .put("message", alarm.message())
                .put("offset", alarm.offset())
                .build();
    }
}
