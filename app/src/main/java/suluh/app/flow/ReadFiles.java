package suluh.app.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.List;
import suluh.app.host.InputFile;
import suluh.app.host.InputFiles;
import suluh.app.host.PrivateSpool;
import suluh.app.host.TrustedRoots;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import suluh.core.observation.FileReading;
import suluh.exports.ArchiveLimits;
import suluh.exports.ExportFile;
import suluh.exports.Neighbours;
import suluh.exports.ReadingContext;
import suluh.exports.contact.PublishedContactPoints;
import suluh.exports.jsonl.ObservationJsonLines;
import suluh.exports.meta.MetaCompleteness;

/** Reads files to JSON Lines without a case: nothing is sealed, nothing is kept. */
public final class ReadFiles {
    private ReadFiles() {}

    private record DiskFile(EvidenceId item, String itemName, Path file, long sizeBytes, Neighbours neighbours)
            implements ExportFile {
        @Override
        public String path() {
            return "";
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }

    /**
     * Writes the observations of these files to {@code out} and gives the account of each file.
     *
     * @param told zone of the exporting devices, and how tables of no known form are read
     */
    public static List<FileReading> run(InputFiles input, ToldByPerson told, OutputStream out) throws IOException {
        ObservationJsonLines lines = new ObservationJsonLines(out);
        MetaCompleteness completeness = new MetaCompleteness(lines);
        PublishedContactPoints sink = new PublishedContactPoints(completeness, ReadingContext.MALAYSIA);
        List<FileReading> readings = new ArrayList<>();
        Path spool = Files.createTempDirectory("suluh-read");
        try {
            ReadingContext context = new ReadingContext(
                            told.zone(), ReadingContext.MALAYSIA, ArchiveLimits.USUAL, new PrivateSpool(spool))
                    .trusting(TrustedRoots.ofTheJdk())
                    .mapping(told.mappings());
            HandedIn neighbours = new HandedIn();
            input.files().forEach(file -> neighbours.add(file.name(), () -> Files.newInputStream(file.path())));
            List<ExportFile> items = new ArrayList<>();
            for (InputFile file : input.files()) {
                items.add(item(file, neighbours));
            }
            new ReadAhead(context).run(items, sink, readings::add, read -> {});
            lines.flush();
        } finally {
            Files.deleteIfExists(spool);
        }
        return completeness.completed(readings);
    }

    private static ExportFile item(InputFile file, Neighbours neighbours) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file.path()), Sha256Digest.newMessageDigest())) {
            in.transferTo(OutputStream.nullOutputStream());
            Sha256Digest digest = Sha256Digest.ofRaw(in.getMessageDigest().digest());
            return new DiskFile(
                    EvidenceId.of(digest, file.name()), file.name(), file.path(), Files.size(file.path()), neighbours);
        }
    }
}
