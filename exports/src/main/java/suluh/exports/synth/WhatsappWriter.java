package suluh.exports.synth;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import suluh.exports.synth.Conversation.Excerpt;

/** Writes WhatsApp chats as the text that phones export. */
final class WhatsappWriter {
    private final Narrator narrator;
    private final OutputFolder folder;
    private final Tally tally;

    WhatsappWriter(Narrator narrator, OutputFolder folder, Tally tally) {
        this.narrator = narrator;
        this.folder = folder;
        this.tally = tally;
    }

    void write(Export.WhatsappChat export) throws IOException {
        if (export.zipped()) {
            try (ZipFolder zip = new ZipFolder(folder.create(export.path()))) {
                writeText(export, zip.create(WhatsappStyle.IOS_FILE));
            }
            tally.fileWritten();
        } else {
            writeText(export, folder.create(export.path()));
            tally.fileWritten();
        }
        tally.count("whatsapp-text", export.textPath(), export.chat().count());
    }

    private void writeText(Export.WhatsappChat export, OutputStream out) throws IOException {
        Excerpt chat = export.chat();
        try (Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16)) {
            StringBuilder line = new StringBuilder(256);
            for (int index = chat.from(); index < chat.to(); index++) {
                line.setLength(0);
                append(line, export.style(), chat.conversation(), index);
                writer.append(line.append('\n'));
            }
        }
    }

    private void append(StringBuilder out, WhatsappStyle style, Conversation conversation, int index) {
        Line line = narrator.line(conversation, index);
        switch (line.kind()) {
            case TEXT -> {
                style.header(out, line.timeMillis());
                out.append(style.label(line.sender())).append(": ").append(line.text());
            }
            case PHOTO, CALL -> {
                out.append(style.mark());
                style.header(out, line.timeMillis());
                out.append(style.label(line.sender())).append(": ").append(style.omittedPicture());
            }
            case NOTICE, CREATED, ADDED, JOINED_BY_LINK, LEFT -> {
                style.header(out, line.timeMillis());
                if (style.isIos()) {
                    out.append(conversation.title()).append(": ").append(style.mark());
                }
                out.append(style.event(line, conversation.title()));
            }
        }
    }
}
