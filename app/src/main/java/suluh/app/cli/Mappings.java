package suluh.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import suluh.exports.mapped.Mapping;
import suluh.exports.mapped.MappingFault;
import suluh.exports.mapped.MappingFile;

/** Reads the mapping files that a command was given; one with a mistake ends the command before anything is read. */
final class Mappings {
    private Mappings() {}

    static List<Mapping> read(List<Path> files) throws IOException {
        List<Mapping> mappings = new ArrayList<>();
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new CommandFailure("There is no mapping file " + file + ".");
            }
            try (InputStream in = Files.newInputStream(file)) {
                mappings.add(MappingFile.parse(in.readNBytes(MappingFile.MAX_BYTES + 1)));
            } catch (MappingFault e) {
                throw new CommandFailure(file + ": " + e.sentence() + " docs/formats/mapping.md gives the format.", e);
            }
        }
        return mappings;
    }
}
