package suluh.exports.discord;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.AccountRef;
import suluh.core.observation.Attachment;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.ConversationType;
import suluh.core.observation.MessageKind;
import suluh.core.observation.Observation;
import suluh.core.observation.Platform;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.core.observation.ZoneKnowledge;
import suluh.exports.ExportFile;
import suluh.exports.Neighbours;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingTally;
import suluh.exports.Snowflake;
import suluh.exports.StatedTime;

/** Turns the owner's messages of one channel, from JSON or from a table, into observations. */
final class PackageMessages {
    /** Without an offset since 2023; such times are in UTC, as the ids beside them prove. */
    private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final ReadingTally tally;
    private final AccountRef sender;
    private final ConversationRef conversation;
    private long order;

    private PackageMessages(ReadingTally tally, AccountRef sender, ConversationRef conversation) {
        this.tally = tally;
        this.sender = sender;
        this.conversation = conversation;
    }

    /** For the messages of this file; what its neighbours do not say is told. */
    static PackageMessages of(ExportFile file, String channelId, ReadingTally tally) throws IOException {
        Optional<Channel> channel = Channel.beside(file, channelId);
        if (channel.isEmpty()) {
            tally.alarm(
                    ReadingCode.PART_MISSING,
                    "no channel.json stands beside the messages; who else takes part in the channel is not known",
                    -1);
        }
        Optional<AccountRef> owner = PackageOwner.of(file);
        if (owner.isEmpty()) {
            tally.alarm(
                    ReadingCode.OWNER_UNKNOWN,
                    "no user.json says whose package it is; the writer is kept under the package's folder",
                    -1);
        }
        String scope = Neighbours.beside(file, "../..");
        return new PackageMessages(
                tally,
                owner.orElseGet(
                        () -> AccountRef.named(Platform.DISCORD, null, scope.isEmpty() ? "discord-package" : scope)),
                channel.map(Channel::conversation)
                        .orElseGet(() ->
                                new ConversationRef(Platform.DISCORD, channelId, null, ConversationType.UNKNOWN)));
    }

    /** One message; all values as the file writes them. */
    void message(
            @Nullable String id,
            @Nullable String timestamp,
            @Nullable String contents,
            @Nullable String attachments,
            SourcePointer source) {
        if (id == null || timestamp == null) {
            tally.recordNotUnderstood();
            tally.alarmOnce(
                    ReadingCode.RECORD_INCOMPLETE, "message", "a message lacks its ID or Timestamp", source.offset());
            return;
        }
        SourceTime time = time(timestamp, source.offset());
        Snowflake.DISCORD.check(id, time.instant(), source.offset(), tally);
        tally.emit(new Observation.Message(
                conversation,
                id,
                sender,
                time,
                MessageKind.CONTENT,
                contents == null ? "" : contents,
                null,
                attachments(attachments),
                null,
                order++,
                source));
        tally.recordRead();
    }

    private SourceTime time(String text, long offset) {
        SourceTime stated = StatedTime.iso(text);
        if (stated != null) {
            return stated;
        }
        try {
            LocalDateTime local = LocalDateTime.parse(text, PLAIN);
            return new SourceTime(text, local, local.toInstant(ZoneOffset.UTC), ZoneKnowledge.STATED, false);
        } catch (DateTimeException e) {
            return StatedTime.unreadable(text, offset, tally);
        }
    }

    /** Addresses separated by spaces. */
    private static List<Attachment> attachments(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        List<Attachment> found = new ArrayList<>();
        for (String url : text.strip().split(" +")) {
            found.add(DiscordFiles.attachment(url, null));
        }
        return found;
    }
}
