package suluh.app.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import suluh.app.media.Decoding;

/**
 * Streams media of one case into its tables by COPY.
 *
 * <p>Create, use and {@link #finish} inside one transaction of the case; nothing is visible before it commits.
 */
public final class MediaWriter {
    private final int caseId;
    private final Connection connection;
    private final CopyBuffer contents;
    private final CopyBuffer frames;
    private final CopyBuffer files;
    private final CopyBuffer hits;
    private final CopyBuffer copies;

    /** A writer for this case. */
    public MediaWriter(Database database, int caseId) {
        this.caseId = caseId;
        this.connection = DataSourceUtils.getConnection(database.pool());
        try {
            contents = new CopyBuffer(connection, "media_content", "case_id, " + MediaColumns.CONTENT);
            frames = new CopyBuffer(connection, "media_frame", "case_id, " + MediaColumns.FRAME);
            files = new CopyBuffer(
                    connection,
                    "media_file",
                    "case_id, content, item, path, account, conversation, platform, sent_text, sent_at, message_item,"
                            + " message_path, message_offset, message_length");
            hits = new CopyBuffer(
                    connection, "media_hit", "case_id, content, list, record, kind, hash, distance, turn, category");
            copies = new CopyBuffer(connection, "media_near_copy", "case_id, content, leader, distance, turn");
        } catch (SQLException e) {
            throw new StoreException("Room for media could not be made: " + e.getMessage(), e);
        }
    }

    /** Adds a content that the case did not have. */
    public void add(MediaContent content) {
        Decoding.@Nullable Hashed hashed = content.hashed().orElse(null);
        Decoding.@Nullable NotHashed not = content.decoding() instanceof Decoding.NotHashed n ? n : null;
        boolean none = hashed == null;
        row(contents)
                .number(content.id())
                .word(content.digests().sha256().hex())
                .word(content.digests().sha1())
                .word(content.digests().md5())
                .number(content.sizeBytes())
                .word(content.decoding().format().name())
                .word(outcome(content.decoding()))
                .text(not == null ? "" : not.reason())
                .numberOrNull(hashed == null ? 0 : hashed.width(), none)
                .numberOrNull(hashed == null ? 0 : hashed.height(), none)
                .numberOrNull(hashed == null ? 0 : hashed.quality(), none)
                .truth(hashed != null && hashed.isDamaged())
                .text(hashed == null ? null : MediaColumns.hashes(hashed))
                .text(hashed == null ? null : MediaColumns.grid(hashed.grid()));
        end(contents);
        if (content.decoding() instanceof Decoding.Frames video) {
            for (int i = 0; i < video.frames().size(); i++) {
                add(content.id(), i + 1, video.frames().get(i));
            }
        }
    }

    private void add(int content, int number, Decoding.Hashed frame) {
        row(frames)
                .number(content)
                .number(number)
                .word(frame.format().name())
                .number(frame.width())
                .number(frame.height())
                .number(frame.quality())
                .truth(frame.isDamaged())
                .text(MediaColumns.hashes(frame))
                .text(MediaColumns.grid(frame.grid()));
        end(frames);
    }

    private static String outcome(Decoding decoding) {
        return switch (decoding) {
            case Decoding.Hashed ignored -> MediaColumns.HASHED;
            case Decoding.Frames ignored -> MediaColumns.FRAMES;
            case Decoding.NotHashed not -> not.code().name();
        };
    }

    /** Adds where a content lies. */
    public void add(MediaFile file) {
        MediaHolder holder = file.holder();
        row(files)
                .number(file.content())
                .word(file.file().item().value())
                .text(file.file().path());
        if (holder == null) {
            files.text(null)
                    .text(null)
                    .text(null)
                    .text(null)
                    .instant(null)
                    .text(null)
                    .text(null);
            files.numberOrNull(0, true).numberOrNull(0, true);
        } else {
            files.text(holder.account())
                    .text(holder.conversation())
                    .text(holder.platform())
                    .text(holder.sentText())
                    .instant(holder.sentAt())
                    .word(holder.message().item().value())
                    .text(holder.message().path())
                    .number(holder.message().offset())
                    .number(holder.message().length());
        }
        end(files);
    }

    /** Adds what a list knows of a content. */
    public void add(MediaHit hit) {
        row(hits)
                .number(hit.content())
                .number(hit.list())
                .number(hit.record())
                .word(hit.kind())
                .word(hit.hash())
                .number(hit.distance())
                .word(hit.turn())
                .text(hit.category());
        end(hits);
    }

    /** Adds a content to its group. */
    public void add(MediaCopy copy) {
        row(copies)
                .number(copy.content())
                .number(copy.leader())
                .number(copy.distance())
                .word(copy.turn());
        end(copies);
    }

    /** Sends what is left. */
    public void finish() {
        try {
            for (CopyBuffer buffer : List.of(contents, frames, files, hits, copies)) {
                buffer.finish(connection);
            }
        } catch (SQLException | IOException e) {
            throw new StoreException("Media could not be stored: " + e.getMessage(), e);
        }
    }

    private CopyBuffer row(CopyBuffer buffer) {
        return buffer.number(caseId);
    }

    private static void end(CopyBuffer buffer) {
        buffer.endRow();
        try {
            buffer.flushWhenFull();
        } catch (SQLException | IOException e) {
            throw new StoreException("Media could not be stored: " + e.getMessage(), e);
        }
    }
}
