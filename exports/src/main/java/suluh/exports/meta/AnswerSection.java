package suluh.exports.meta;

import suluh.core.observation.AccountRef;
import suluh.core.observation.AttributeKind;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.ConversationType;
import suluh.core.observation.MembershipRole;
import suluh.core.observation.Observation;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.ReadingTally;
import suluh.exports.json.JsonTree;

/**
 * Reads what the holder answered to the questions of groups that they asked to join.
 *
 * <p>The answers tell what a group asks of those who come, and that the holder asked to come in.
 */
final class AnswerSection {
    private final AccountRef holder;
    private final String root;
    private final ReadingTally tally;

    AnswerSection(AccountRef holder, String root, ReadingTally tally) {
        this.holder = holder;
        this.root = root;
        this.tally = tally;
    }

    boolean take(JsonTree tree, SourcePointer source) {
        String name = tree.at("group_name").text();
        if (name == null || name.isEmpty()) {
            return false;
        }
        String repaired = Mojibake.repaired(name);
        ConversationRef group = new ConversationRef(
                holder.platform(),
                MetaPaths.conversationId(root, "group/" + repaired),
                repaired,
                ConversationType.GROUP);
        tally.emit(new Observation.Group(group, null, null, -1, SourceTime.absent(), source));
        tally.emit(new Observation.Membership(holder, group, MembershipRole.REQUESTED, SourceTime.absent(), source));
        for (JsonTree answer : tree.at("answers").elements()) {
            String question = answer.at("question").text();
            String given = answer.at("answer").text();
            SourceTime at = MetaTime.seconds(answer.at("timestamp").text(), source.offset(), tally);
            String text = Mojibake.repaired(question == null ? "" : question) + "\n"
                    + Mojibake.repaired(given == null ? "" : given);
            tally.emit(new Observation.Attribute(holder, AttributeKind.MEMBERSHIP_ANSWER, text, at, source));
        }
        return true;
    }
}
