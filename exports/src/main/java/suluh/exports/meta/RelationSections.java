package suluh.exports.meta;

import org.jspecify.annotations.Nullable;
import suluh.core.observation.AccountRef;
import suluh.core.observation.ContactPointKind;
import suluh.core.observation.ContactPoints;
import suluh.core.observation.ContactRelation;
import suluh.core.observation.Observation;
import suluh.core.observation.RelationKind;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.ReadingTally;
import suluh.exports.json.JsonTree;

/** Reads lists of accounts: friends, followers, requests, blocks. */
final class RelationSections {
    private final AccountRef holder;
    private final String root;
    private final ReadingTally tally;

    RelationSections(AccountRef holder, String root, ReadingTally tally) {
        this.holder = holder;
        this.root = root;
        this.tally = tally;
    }

    /** Facebook names people by name alone: an account within the export's lists. */
    boolean takeFacebook(String key, JsonTree tree, SourcePointer source) {
        String name = tree.at("name").text();
        if (name == null || name.isEmpty()) {
            return false;
        }
        AccountRef other =
                AccountRef.named(holder.platform(), Mojibake.repaired(name), MetaPaths.conversationId(root, "friends"));
        tell(key, other, MetaTime.seconds(tree.at("timestamp").text(), source.offset(), tally), source);
        return true;
    }

    /** Instagram gives handles: {@code string_list_data[0].value}, or the title where newer lists leave that out. */
    boolean takeInstagram(String key, JsonTree tree, SourcePointer source) {
        JsonTree entry = tree.at("string_list_data").elements().stream()
                .findFirst()
                .orElse(new JsonTree(java.util.Map.of(), java.util.List.of(), null));
        String handle = firstOf(entry.at("value").text(), tree.at("title").text());
        if (handle == null) {
            return false;
        }
        AccountRef other = AccountRef.identified(holder.platform(), ContactPoints.handle(handle), handle);
        tell(key, other, MetaTime.seconds(entry.at("timestamp").text(), source.offset(), tally), source);
        tally.emit(new Observation.ContactPoint(
                other, ContactPointKind.HANDLE, ContactRelation.OWNED, handle, ContactPoints.handle(handle), source));
        return true;
    }

    private void tell(String key, AccountRef other, SourceTime since, SourcePointer source) {
        tally.emit(new Observation.Account(other, false, SourceTime.absent(), source));
        RelationKind relation = MetaSections.relation(key);
        boolean towards = MetaSections.actsTowardsHolder(key);
        tally.emit(
                new Observation.Relation(towards ? other : holder, towards ? holder : other, relation, since, source));
    }

    private static @Nullable String firstOf(@Nullable String first, @Nullable String second) {
        if (first != null && !first.isBlank()) {
            return Mojibake.repaired(first);
        }
        return second == null || second.isBlank() ? null : Mojibake.repaired(second);
    }
}
