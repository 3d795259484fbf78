package suluh.exports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import suluh.core.observation.FileReading;
import suluh.core.observation.Observation;

/** Everything that reading one item gave. */
public record Read(List<Observation> observations, List<FileReading> readings) {
    /** Reads an item with the usual context. */
    public static Read of(ExportFile file) {
        return of(file, ReadingContext.usual(SpoolSpace.none()));
    }

    /** Reads an item. */
    public static Read of(ExportFile file, ReadingContext context) {
        List<Observation> observations = new ArrayList<>();
        List<FileReading> readings = new ArrayList<>();
        try {
            Exports.readAll(file, context, observations::add, readings::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Read(observations, readings);
    }

    /** The only reading. */
    public FileReading reading() {
        if (readings.size() != 1) {
            throw new AssertionError("expected one reading, found " + readings);
        }
        return readings.getFirst();
    }

    /** Observations of one kind. */
    public <T extends Observation> List<T> all(Class<T> kind) {
        return observations.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Messages. */
    public List<Observation.Message> messages() {
        return all(Observation.Message.class);
    }

    /** Codes of all alarms of all files. */
    public List<String> alarms() {
        return readings.stream()
                .flatMap(reading -> reading.alarms().stream())
                .map(alarm -> alarm.code().name())
                .toList();
    }
}
