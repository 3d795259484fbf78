package suluh.exports.telegramhtml;

import suluh.core.observation.AccountRef;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.MembershipRole;
import suluh.core.observation.Observation;
import suluh.core.observation.Platform;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.ReadingTally;

/**
 * Takes movements out of lines of the platform, which the writer always writes in English.
 *
 * <p>Names can hold any words. A line is taken only when its words stand in it once, so that nobody is moved by guess;
 * the line itself is kept in each case.
 */
final class ServiceLine {
    private static final String INVITED = " invited ";
    private static final String REMOVED = " removed ";
    private static final String JOINED = " joined group by link from ";
    private static final String CREATED = " created group «";

    private ServiceLine() {}

    static void emit(String line, ConversationRef conversation, SourcePointer source, ReadingTally tally) {
        if (line.contains(PageMessages.DELETED)) {
            return;
        }
        int invited = only(line, INVITED);
        int removed = only(line, REMOVED);
        int joined = only(line, JOINED);
        int created = only(line, CREATED);
        if (joined > 0) {
            AccountRef account = named(line.substring(0, joined), conversation);
            String maker = line.substring(joined + JOINED.length());
            // The word Group stands where the link's maker is not named.
            AccountRef inviter = maker.equals("Group") ? null : named(maker, conversation);
            tally.emit(new Observation.Invitation(inviter, account, conversation, SourceTime.absent(), source));
            member(account, MembershipRole.MEMBER, conversation, source, tally);
        } else if (created > 0) {
            member(
                    named(line.substring(0, created), conversation),
                    MembershipRole.CREATOR,
                    conversation,
                    source,
                    tally);
        } else if (invited > 0 && removed < 0) {
            AccountRef inviter = named(line.substring(0, invited), conversation);
            for (String name : line.substring(invited + INVITED.length()).split(", ")) {
                AccountRef account = named(name, conversation);
                tally.emit(new Observation.Invitation(inviter, account, conversation, SourceTime.absent(), source));
                member(account, MembershipRole.MEMBER, conversation, source, tally);
            }
        } else if (removed > 0 && invited < 0) {
            String name = line.substring(removed + REMOVED.length());
            member(named(name, conversation), MembershipRole.FORMER, conversation, source, tally);
        }
    }

    /** Index of the words when they stand in the line once, else -1. */
    private static int only(String line, String words) {
        int at = line.indexOf(words);
        boolean ends = at >= 0 && at + words.length() >= line.length();
        return at > 0 && !ends && line.indexOf(words, at + 1) < 0 ? at : -1;
    }

    private static AccountRef named(String name, ConversationRef conversation) {
        return AccountRef.named(Platform.TELEGRAM, name.strip(), conversation.id());
    }

    private static void member(
            AccountRef account,
            MembershipRole role,
            ConversationRef conversation,
            SourcePointer source,
            ReadingTally tally) {
        tally.emit(new Observation.Membership(account, conversation, role, SourceTime.absent(), source));
    }
}
