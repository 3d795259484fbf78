package suluh.exports.fuzz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import suluh.core.observation.FileReading;
import suluh.core.observation.Observation;
import suluh.core.observation.SourcePointer;
import suluh.exports.BytesFile;
import suluh.exports.Exports;
import suluh.exports.ReadingContext;
import suluh.exports.SpoolSpace;
import suluh.exports.jsonl.ObservationJsonLines;
import suluh.exports.mapped.Mapping;
import suluh.exports.mapped.MappingFault;
import suluh.exports.mapped.MappingFile;

/**
 * What must hold for every file, whatever its bytes: it ends in readings whose sums hold, every pointer stays inside the
 * file, and every observation can be written.
 */
public final class ReaderFuzz {
    private static final String MAPPING = "{\"format\":\"suluh-mapping/1\",\"name\":\"m\",\"files\":[\"mapped.*\"],"
            + "\"platform\":\"web\",\"table\":{\"form\":\"FORM\"},"
            + "\"times\":{\"t\":{\"column\":\"when\",\"form\":\"iso\",\"zone\":\"Asia/Kuala_Lumpur\"}},"
            + "\"emit\":[{\"kind\":\"message\",\"text\":\"text\",\"sender.name\":\"who\",\"at\":\"t\"}]}";

    private ReaderFuzz() {}

    /** Called by the fuzzer; the first byte chooses one of the names that a system property tells, one a line. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        String[] names = System.getProperty("suluh.fuzz.names", "file").split("\n");
        if (bytes.length > 0) {
            check(names[(bytes[0] & 0xFF) % names.length], Arrays.copyOfRange(bytes, 1, bytes.length));
        }
    }

    /** Reads a file of this name and these bytes and checks what must hold. */
    static void check(String name, byte[] bytes) throws IOException {
        BytesFile file = BytesFile.of(name, bytes);
        List<FileReading> readings = new ArrayList<>();
        ObservationJsonLines lines = new ObservationJsonLines(java.io.OutputStream.nullOutputStream());
        Exports.readAll(
                file,
                context(name),
                observation -> {
                    require(inside(observation, bytes.length), "a pointer leads out of the file");
                    lines.accept(observation);
                },
                readings::add);
        lines.flush();
        require(
                readings.stream().filter(reading -> reading.path().isEmpty()).count() == 1,
                "not one reading of the file itself");
    }

    private static ReadingContext context(String name) {
        ReadingContext usual = ReadingContext.usual(SpoolSpace.none());
        if (!name.startsWith("mapped.")) {
            return usual;
        }
        String form = name.endsWith("csv") ? "csv" : name.endsWith("jsonl") ? "json-lines" : "json";
        try {
            Mapping mapping =
                    MappingFile.parse(MAPPING.replace("FORM", form).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return usual.mapping(List.of(mapping));
        } catch (MappingFault e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean inside(Observation observation, int size) {
        SourcePointer source = observation.source();
        return !source.path().isEmpty() || source.offset() + source.length() <= size;
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new AssertionError(sentence);
        }
    }
}
