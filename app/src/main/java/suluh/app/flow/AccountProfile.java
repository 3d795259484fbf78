package suluh.app.flow;

import java.util.List;
import java.util.Optional;
import suluh.core.identity.profile.WeekHours;
import suluh.core.observation.SourcePointer;

/**
 * What the records of one account add up to; each line says on how many records it rests and names some of them.
 *
 * @param id number of the account in its case
 * @param key its key, masked where it must be
 * @param name display name, masked where it must be
 * @param messages messages it wrote
 * @param history identifiers, devices, addresses and statements, with times where the source gives them
 * @param groups groups and its standing in them
 * @param contacts accounts it has a conversation of two with, most messages first
 * @param hours when it writes, in UTC
 * @param times the same as lines: by day, then by hour
 * @param zone likely time zone, or empty
 * @param zoneLines what the zone rests on; empty without one
 * @param languages languages of the newest messages, that of most messages first
 * @param languageMessages messages that the languages rest on
 * @param seen first and last message
 * @param media files, by content, that it sent in more than one conversation or that others sent too
 * @param namedMedia files of one name in more than one conversation whose content is not in the evidence
 * @param published invitations and contact points that it wrote into messages
 * @param openers first messages that say nearly the same to many
 * @param ages what its contacts state of their age
 */
public record AccountProfile(
        int id,
        String key,
        String name,
        String platform,
        long messages,
        List<Line> history,
        List<GroupLine> groups,
        List<Contact> contacts,
        WeekHours hours,
        List<Line> times,
        Optional<WeekHours.LikelyZone> zone,
        List<Line> zoneLines,
        List<Line> languages,
        long languageMessages,
        List<Line> seen,
        List<MediaUse> media,
        List<Line> namedMedia,
        List<Line> published,
        List<Line> openers,
        Ages ages) {
    /**
     * One line.
     *
     * @param kind word that the pages translate, for example {@code phone}
     * @param value text out of evidence
     * @param when time in UTC as text, or empty
     * @param records records that say so
     * @param sources some of them
     */
    public record Line(String kind, String value, String when, long records, List<SourcePointer> sources) {
        public Line {
            sources = List.copyOf(sources);
        }
    }

    /**
     * A group that the account is in.
     *
     * @param conversation number of the group's conversation
     */
    public record GroupLine(int conversation, Line line) {}

    /**
     * Somebody that the account writes with.
     *
     * @param conversation number of the conversation
     */
    public record Contact(int account, String name, int conversation, long messages) {}

    /**
     * A content that was used again.
     *
     * @param sha256 its digest in hexadecimal
     * @param times messages of the account that came with it
     * @param conversations conversations that it sent it in
     * @param otherAccounts other accounts that sent it
     * @param others the first of them in the order of keys
     * @param sources some messages of the account
     */
    public record MediaUse(
            String sha256,
            long times,
            int conversations,
            int otherAccounts,
            List<Sender> others,
            List<SourcePointer> sources) {
        public MediaUse {
            others = List.copyOf(others);
            sources = List.copyOf(sources);
        }
    }

    /**
     * Another account that sent the same.
     *
     * @param times messages of it that came with the content
     * @param sources some of them
     */
    public record Sender(int account, String name, long times, List<SourcePointer> sources) {
        public Sender {
            sources = List.copyOf(sources);
        }
    }

    /**
     * Ages that contacts state of themselves.
     *
     * @param contacts contacts of the account
     * @param stated of them, those who state an age
     * @param under18 of these, those under 18
     * @param sources records of those under 18
     */
    public record Ages(int contacts, int stated, int under18, List<SourcePointer> sources) {
        public Ages {
            sources = List.copyOf(sources);
        }
    }
}
