package suluh.exports.x;

import org.jspecify.annotations.Nullable;
import suluh.core.observation.AccountRef;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.ConversationType;
import suluh.core.observation.MessageKind;
import suluh.core.observation.Observation;
import suluh.core.observation.Platform;
import suluh.core.observation.RelationKind;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.ReadingTally;
import suluh.exports.json.JsonTree;
import suluh.exports.json.RecordKeys;

/** Sections that put another account, or another's post, beside the holder. */
final class RelationSections {
    /** What the export calls a like; it has no emoji. */
    private static final String LIKE = "like";

    private final AccountRef holder;
    private final ReadingTally tally;
    private long order;

    RelationSections(AccountRef holder, ReadingTally tally) {
        this.holder = holder;
        this.tally = tally;
    }

    /** The section of this name, or null when it is none of these. */
    @Nullable
    Section of(String name) {
        return switch (name) {
            case "follower" -> relation("follower", RelationKind.FOLLOWS, false);
            case "following" -> relation("following", RelationKind.FOLLOWS, true);
            case "block" -> relation("blocking", RelationKind.BLOCKS, true);
            case "mute" -> relation("muting", RelationKind.RESTRICTS, true);
            case "like" ->
                Section.of(
                        LIKE, RecordKeys.of(LIKE).keep("tweetId", "fullText").pass("expandedUrl"), tally, this::like);
            default -> null;
        };
    }

    private Section relation(String wrapper, RelationKind kind, boolean fromHolder) {
        RecordKeys.Builder keys = RecordKeys.of(wrapper).keep("accountId").pass("userLink");
        return Section.of(wrapper, keys, tally, (record, source) -> {
            String id = record.textAt("accountId");
            if (id != null) {
                AccountRef other = AccountRef.identified(Platform.X, id, null);
                tally.emit(new Observation.Relation(
                        fromHolder ? holder : other, fromHolder ? other : holder, kind, SourceTime.absent(), source));
            }
        });
    }

    /** The post is another's; the export does not say whose, so nobody is named as its writer. */
    private void like(JsonTree record, SourcePointer source) {
        String id = record.textAt("tweetId");
        if (id == null) {
            return;
        }
        ConversationRef post = new ConversationRef(Platform.X, "post/" + id, null, ConversationType.UNKNOWN);
        String text = record.textAt("fullText");
        if (text != null) {
            tally.emit(new Observation.Message(
                    post,
                    id,
                    null,
                    SourceTime.absent(),
                    MessageKind.CONTENT,
                    text,
                    null,
                    java.util.List.of(),
                    null,
                    order++,
                    source));
        }
        tally.emit(new Observation.Reaction(post, holder, source, LIKE, source));
    }
}
