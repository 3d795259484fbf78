package suluh.exports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.FileFate;
import suluh.core.observation.FileReading;
import suluh.core.observation.ObservationSink;
import suluh.core.observation.ReadingAlarm;
import suluh.exports.archive.EntryConsumer;
import suluh.exports.archive.ExportArchive;
import suluh.exports.cybertip.CybertipReader;
import suluh.exports.discord.DiscordPackageReader;
import suluh.exports.discordexport.DiscordExporterReader;
import suluh.exports.mapped.MappedReader;
import suluh.exports.mapped.Mapping;
import suluh.exports.meta.MetaMessagesReader;
import suluh.exports.meta.MetaSectionReader;
import suluh.exports.meta.page.MetaPageReader;
import suluh.exports.meta.returned.ReturnReader;
import suluh.exports.pdf.PdfReader;
import suluh.exports.signal.SignalReader;
import suluh.exports.telegram.TelegramReader;
import suluh.exports.telegramhtml.TelegramHtmlReader;
import suluh.exports.wacz.WaczPackageReader;
import suluh.exports.wacz.WaczPagesReader;
import suluh.exports.wacz.WaczSignatureReader;
import suluh.exports.warc.WarcReader;
import suluh.exports.whatsapp.WhatsappReader;
import suluh.exports.x.XReader;

/** Reads files of platform exports: recognises the format of each and hands it to its one reader. */
public final class Exports {
    private Exports() {}

    /**
     * Reads a file; when it is an archive, every file in it, through nested archives too.
     *
     * <p>Every file ends in exactly one reading, archives included; an archive's stands after those of its files.
     *
     * @param readings takes the account of each file
     * @throws IOException when the stream itself fails; damage inside the bytes is an alarm instead
     */
    public static void readAll(
            ExportFile file, ReadingContext context, ObservationSink sink, Consumer<FileReading> readings)
            throws IOException {
        readAll(file, 0, new ExportArchive(context), context, sink, readings);
    }

    /** Reads one file that is no archive; an archive is only told, as skipped. */
    public static FileReading read(ExportFile file, ReadingContext context, ObservationSink sink) throws IOException {
        byte[] head = head(file);
        return read(file, head, FormatRecogniser.recognise(file, head), context, sink);
    }

    private static void readAll(
            ExportFile file,
            int nesting,
            ExportArchive archive,
            ReadingContext context,
            ObservationSink sink,
            Consumer<FileReading> readings)
            throws IOException {
        byte[] head = head(file);
        Recognition recognition = FormatRecogniser.recognise(file, head);
        EntryConsumer consumer = (entry, damage) -> {
            Consumer<FileReading> told = reading -> readings.accept(withDamage(reading, entry, damage));
            readAll(entry, nesting + 1, archive, context, sink, told);
        };
        readings.accept(
                switch (recognition.format()) {
                    case ARCHIVE -> archive.forEachFile(file, nesting, consumer);
                    case GZIP -> archive.unpack(file, nesting, consumer);
                    default -> read(file, head, recognition, context, sink);
                });
    }

    private static FileReading read(
            ExportFile file, byte[] head, Recognition recognition, ReadingContext context, ObservationSink sink)
            throws IOException {
        Optional<Mapping> mapping = context.mappingFor(file.fullPath());
        if (mapping.isPresent() && recognition.format() != Recognition.Format.ASIDE) {
            return MappedReader.read(file, mapping.get(), context, sink);
        }
        return switch (recognition.format()) {
            case TELEGRAM -> TelegramReader.read(file, context, sink);
            case META_MESSAGES -> MetaMessagesReader.read(file, sink);
            case META_PAGE -> MetaPageReader.read(file, context, sink);
            case META_RETURN -> ReturnReader.read(file, context, sink);
            case CYBERTIP_XML -> CybertipReader.read(file, context, sink);
            case META_SECTION -> MetaSectionReader.read(file, context, sink);
            case WHATSAPP -> WhatsappReader.read(file, context, sink);
            case X_ARCHIVE -> XReader.read(file, context, sink);
            case DISCORD_PACKAGE -> DiscordPackageReader.read(file, context, sink);
            case DISCORD_CHAT_EXPORTER -> DiscordExporterReader.read(file, sink);
            case SIGNAL -> SignalReader.read(file, context, sink);
            case TELEGRAM_HTML -> TelegramHtmlReader.read(file, context, sink);
            case WARC -> WarcReader.read(file, sink);
            case WACZ_PACKAGE -> WaczPackageReader.read(file, sink);
            case WACZ_SIGNATURE -> WaczSignatureReader.read(file, context, sink);
            case WACZ_PAGES -> WaczPagesReader.read(file, sink);
            case PDF -> PdfReader.read(file, sink);
            case MEDIA -> MediaReader.read(file, head, sink);
            case ASIDE -> new ReadingTally(file, "", sink).finish(FileFate.SKIPPED, recognition.reason());
            case NONE -> new ReadingTally(file, "", sink).finish(FileFate.NOT_UNDERSTOOD, recognition.reason());
            case ARCHIVE, GZIP ->
                new ReadingTally(file, ExportArchive.FORMAT, sink)
                        .finish(FileFate.SKIPPED, "an archive; its files are read one by one");
        };
    }

    /** The reading of an entry that is not whole is at most a part, whatever its reader made of what was there. */
    private static FileReading withDamage(FileReading reading, ExportFile entry, @Nullable ReadingAlarm damage) {
        if (damage == null || !reading.path().equals(entry.path())) {
            return reading;
        }
        List<ReadingAlarm> alarms = new ArrayList<>(reading.alarms());
        alarms.add(damage);
        boolean whole = !reading.fate().leavesUnread();
        return new FileReading(
                reading.item(),
                reading.name(),
                reading.path(),
                whole ? FileFate.PARTLY_READ : reading.fate(),
                reading.format(),
                whole ? damage.message() : reading.reason(),
                reading.recordsSeen(),
                reading.recordsRead(),
                reading.skipped(),
                reading.recordsNotUnderstood(),
                reading.observations(),
                alarms);
    }

    private static byte[] head(ExportFile file) throws IOException {
        try (InputStream in = file.open()) {
            return in.readNBytes(MediaTypes.HEAD_BYTES);
        }
    }
}
