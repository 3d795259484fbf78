package suluh.exports.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.AccountRef;
import suluh.core.observation.Attachment;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.ConversationType;
import suluh.core.observation.MembershipRole;
import suluh.core.observation.MessageKind;
import suluh.core.observation.Observation;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.ExportFile;
import suluh.exports.ReadingTally;
import suluh.exports.json.JsonTree;

/**
 * Reads groups that the holder joined, and what they wrote there.
 *
 * <p>Groups have names here and no ids, so that a group's id holds within one export. Posts name their group in a
 * sentence in the account's language only; the English form is known, any other leaves the post in the export's
 * unnamed group, never in a guessed one.
 */
final class GroupSections {
    private static final String POSTED_IN = " posted in ";
    private static final String UNNAMED = "group-posts";
    private static final Set<String> RECORD_KEYS = Set.of("timestamp", "data", "title", "attachments", "tags");

    private final AccountRef holder;
    private final String root;
    private final ReadingTally tally;
    private final ExportFile file;

    GroupSections(ExportFile file, AccountRef holder, String root, ReadingTally tally) {
        this.file = file;
        this.holder = holder;
        this.root = root;
        this.tally = tally;
    }

    boolean takeJoined(JsonTree tree, SourcePointer source) {
        tellDrift(tree, source);
        SourceTime since = MetaTime.seconds(tree.at("timestamp").text(), source.offset(), tally);
        boolean found = false;
        for (JsonTree entry : tree.at("data").elements()) {
            String name = entry.at("name").text();
            if (name != null && !name.isEmpty()) {
                ConversationRef group = group(Mojibake.repaired(name));
                tally.emit(new Observation.Group(group, null, null, -1, SourceTime.absent(), source));
                tally.emit(new Observation.Membership(holder, group, MembershipRole.MEMBER, since, source));
                found = true;
            }
        }
        return found;
    }

    /** A group that the holder runs. */
    boolean takeAdministered(JsonTree tree, SourcePointer source) {
        String name = tree.at("name").text();
        if (name == null || name.isEmpty()) {
            return false;
        }
        ConversationRef group = group(Mojibake.repaired(name));
        SourceTime since = MetaTime.seconds(tree.at("timestamp").text(), source.offset(), tally);
        tally.emit(new Observation.Group(group, null, null, -1, SourceTime.absent(), source));
        tally.emit(new Observation.Membership(holder, group, MembershipRole.ADMINISTRATOR, since, source));
        return true;
    }

    boolean takePost(JsonTree tree, SourcePointer source) {
        tellDrift(tree, source);
        StringBuilder raw = new StringBuilder();
        for (JsonTree entry : tree.at("data").elements()) {
            append(raw, entry.at("post").text());
        }
        List<Attachment> attachments = attachments(tree);
        if (raw.isEmpty() && attachments.isEmpty() && tree.at("title").text() == null) {
            return false;
        }
        SourceTime at = MetaTime.seconds(tree.at("timestamp").text(), source.offset(), tally);
        emit(groupOf(tree), holder, at, raw.toString(), attachments, source);
        return true;
    }

    boolean takeComment(JsonTree tree, SourcePointer source) {
        tellDrift(tree, source);
        boolean found = false;
        for (JsonTree entry : tree.at("data").elements()) {
            JsonTree comment = entry.at("comment");
            String text = comment.at("comment").text();
            if (text == null) {
                continue;
            }
            String stated = comment.at("timestamp").text();
            SourceTime at =
                    MetaTime.seconds(stated == null ? tree.at("timestamp").text() : stated, source.offset(), tally);
            String name = comment.at("group").text();
            ConversationRef group = name == null || name.isEmpty() ? unnamed() : group(Mojibake.repaired(name));
            emit(group, holder, at, text, attachments(tree), source);
            found = true;
        }
        return found;
    }

    private void emit(
            ConversationRef group,
            AccountRef author,
            SourceTime at,
            String raw,
            List<Attachment> attachments,
            SourcePointer source) {
        String text = Mojibake.repaired(raw);
        tally.emit(new Observation.Message(
                group,
                null,
                author,
                at,
                MessageKind.CONTENT,
                text,
                text.equals(raw) ? null : raw,
                attachments,
                null,
                // Newest first: order falls as the file goes on.
                -source.offset(),
                source));
    }

    private void tellDrift(JsonTree tree, SourcePointer source) {
        for (String key : tree.fields().keySet()) {
            if (!RECORD_KEYS.contains(key)) {
                tally.unknownKey("group record", key, source.offset());
            }
        }
    }

    private ConversationRef groupOf(JsonTree post) {
        String title = post.at("title").text();
        String name = title == null ? null : nameIn(Mojibake.repaired(title));
        return name == null ? unnamed() : group(name);
    }

    /** Name of the group in {@code X posted in NAME.}, or null when the sentence is another or holds two of them. */
    private static @Nullable String nameIn(String title) {
        int at = title.indexOf(POSTED_IN);
        if (at < 0 || !title.endsWith(".") || title.indexOf(POSTED_IN, at + 1) >= 0) {
            return null;
        }
        String name = title.substring(at + POSTED_IN.length(), title.length() - 1);
        return name.isEmpty() ? null : name;
    }

    private ConversationRef group(String name) {
        return new ConversationRef(
                MetaPaths.sectionPlatform(file),
                MetaPaths.conversationId(root, "group/" + name),
                name,
                ConversationType.GROUP);
    }

    private ConversationRef unnamed() {
        return new ConversationRef(
                MetaPaths.sectionPlatform(file), MetaPaths.conversationId(root, UNNAMED), null, ConversationType.GROUP);
    }

    private static void append(StringBuilder out, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            out.append(out.isEmpty() ? "" : "\n").append(text);
        }
    }

    private static List<Attachment> attachments(JsonTree tree) {
        List<Attachment> found = new ArrayList<>();
        for (JsonTree attachment : tree.at("attachments").elements()) {
            for (JsonTree part : attachment.at("data").elements()) {
                String uri = part.at("media", "uri").text();
                if (uri != null) {
                    found.add(new Attachment(Attachment.Kind.UNSTATED, uri, null, Attachment.Presence.REFERENCED));
                }
                String url = part.at("external_context", "url").text();
                if (url != null) {
                    found.add(new Attachment(Attachment.Kind.LINK, url, null, Attachment.Presence.REFERENCED));
                }
            }
        }
        return found;
    }
}
