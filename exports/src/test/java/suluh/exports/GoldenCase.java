package suluh.exports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import suluh.core.observation.FileReading;
import suluh.core.observation.Observation;
import suluh.core.observation.ReadingAlarm;
import suluh.exports.contact.PublishedContactPoints;
import suluh.exports.jsonl.ObservationJsonLines;

/** A folder {@code testdata/<format>/<case>}: files under {@code input}, and what reading them gives. */
public record GoldenCase(Path folder) {
    private static final Path ROOT = Path.of(System.getProperty("suluh.home"), "exports/src/test/resources/testdata");

    /** All cases, in order of their names. */
    public static List<GoldenCase> all() {
        try (Stream<Path> formats = Files.list(ROOT)) {
            return formats.flatMap(GoldenCase::children)
                    .sorted()
                    .map(GoldenCase::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files of the input, in order of their names. */
    public List<BytesFile> files() {
        Path input = folder.resolve("input");
        try (Stream<Path> files = Files.walk(input)) {
            List<BytesFile> all = files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> BytesFile.under(input, file))
                    .toList();
            return all.stream().map(file -> file.among(all)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Observations of all files as JSON Lines, with published contact points. */
    String observations() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ObservationJsonLines lines = new ObservationJsonLines(out);
        PublishedContactPoints sink = new PublishedContactPoints(lines, ReadingContext.MALAYSIA);
        for (BytesFile file : files()) {
            for (Observation observation : Read.of(file).observations()) {
                sink.accept(observation);
            }
        }
        lines.flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Accounts of all files, one alarm a line. */
    String readings() {
        StringBuilder out = new StringBuilder();
        for (BytesFile file : files()) {
            for (FileReading reading : Read.of(file).readings()) {
                out.append(reading.name()).append(' ').append(reading.fate().wire());
                out.append(' ').append(reading.format()).append(" seen ").append(reading.recordsSeen());
                out.append(" read ")
                        .append(reading.recordsRead())
                        .append(" skipped ")
                        .append(reading.skipped());
                out.append(" not-understood ")
                        .append(reading.recordsNotUnderstood())
                        .append('\n');
                for (ReadingAlarm alarm : reading.alarms()) {
                    out.append("  ").append(alarm.code().name()).append(" at ").append(alarm.offset());
                    out.append(": ").append(alarm.message()).append('\n');
                }
            }
        }
        return out.toString();
    }

    @Override
    public String toString() {
        return ROOT.relativize(folder).toString();
    }

    private static Stream<Path> children(Path format) {
        try (Stream<Path> cases = Files.list(format)) {
            return cases.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
