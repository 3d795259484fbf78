package suluh.core.identity;

import java.util.List;
import java.util.Locale;

/**
 * What is compared of two accounts: its degrees of agreement, and what they are taken to be worth before a case teaches
 * better.
 *
 * <p>Levels of a pair count from 1 (strongest agreement); 0 means that one side says nothing, which weighs nothing. For a
 * level that rests on one shared value, {@code strangers} is the number of accounts of <em>other</em> people that an
 * account is expected to share such a value with, so that chance is {@code strangers / accounts}; for the rest,
 * {@code chance} is the share of the pairs of strangers that stand at the level. The figures are assumptions, not
 * measurements: {@code docs/identity.md} gives the reason of each.
 */
public enum AccountField {
    /** The export names one as its holder and the other stands for the holder in it. */
    HOLDER(Kind.HELD, Level.fixed("same", 24)),
    PHONE(
            Kind.HELD,
            Level.shared("same", 0.62, 0.001),
            Level.shared("same-in-family", 0.06, 0.6),
            Level.shared("same-last-digits", 0.02, 0.05),
            Level.chance("different", 0.3, 0.999)),
    EMAIL(
            Kind.HELD,
            Level.shared("same", 0.55, 0.0005),
            Level.shared("same-in-family", 0.05, 0.4),
            Level.shared("same-name-other-host", 0.08, 1),
            Level.chance("similar", 0.07, 0.004),
            Level.chance("different", 0.25, 0.996)),
    /** Address of the account's own page. */
    PROFILE_URL(
            Kind.HELD,
            Level.shared("same", 0.6, 0.0005),
            Level.shared("same-in-family", 0.05, 0.4),
            Level.chance("different", 0.35, 0.999)),
    DEVICE(
            Kind.HELD,
            Level.shared("same", 0.5, 0.03),
            Level.shared("same-in-family", 0.15, 1),
            Level.chance("different", 0.35, 0.999)),
    /** Internet addresses that the account was seen at. */
    NETWORK(
            Kind.HELD,
            Level.shared("same-within-hour", 0.35, 0.5),
            Level.shared("same-other-time", 0.2, 2),
            Level.shared("same-block", 0.15, 2),
            Level.chance("different", 0.3, 0.98)),
    /** Profile picture. */
    AVATAR(
            Kind.SHOWN,
            Level.shared("same", 0.4, 0.5),
            Level.shared("near", 0.1, 1),
            Level.chance("different", 0.5, 0.999)),
    NAME(
            Kind.SHOWN,
            Level.shared("same", 0.4, 1),
            Level.chance("same-parts", 0.12, 0.002),
            Level.chance("similar", 0.1, 0.004),
            Level.chance("one-part", 0.13, 0.05),
            Level.chance("different", 0.25, 0.944)),
    HANDLE(
            Kind.SHOWN,
            Level.shared("same", 0.35, 0.3),
            Level.shared("same-but-for-spelling", 0.15, 0.6),
            Level.chance("similar", 0.15, 0.003),
            Level.chance("different", 0.35, 0.997)),
    /** What the account says of itself. */
    BIOGRAPHY(
            Kind.SHOWN,
            Level.shared("same", 0.3, 0.5),
            Level.chance("most-words", 0.15, 0.002),
            Level.chance("some-words", 0.15, 0.03),
            Level.chance("different", 0.4, 0.968)),
    /** Hours of day and days of week of writing. */
    RHYTHM(
            Kind.CONDUCT,
            Level.chance("alike", 0.5, 0.25),
            Level.chance("partly", 0.35, 0.4),
            Level.chance("unlike", 0.15, 0.35)),
    /** Groups of one service in which both are. */
    GROUPS(
            Kind.CONDUCT,
            Level.chance("several-small", 0.25, 0.002),
            Level.chance("some", 0.35, 0.2),
            Level.chance("none", 0.4, 0.798)),
    /** Long passages that both wrote word for word and hardly anybody else. */
    PASSAGES(Kind.CONDUCT, Level.shared("several", 0.3, 0.3), Level.shared("one", 0.2, 1)),
    /** Numbers, addresses and invitations written into messages. */
    PUBLISHED(
            Kind.CONDUCT, Level.shared("publishes-others-own", 0.2, 0.6), Level.shared("both-publish-rare", 0.25, 1.5)),
    /** Whether the two are accounts of one service; few people hold two. */
    SERVICE(Kind.CONDUCT, Level.chance("other", 0.85, 0.5), Level.chance("same", 0.15, 0.5)),
    /** The two seen together: as two. Fixed weights; too rare to be learnt. */
    MEETING(
            Kind.AGAINST,
            Level.fixed("at-once-far-apart", -12),
            Level.fixed("wrote-to-each-other", -6),
            Level.fixed("at-once-other-network", -2)),
    /**
     * What a household shares (number, device, network) agrees, a mailbox or number of each is known and differs, and
     * nothing that they show agrees: a sibling, or a number given on. Or all of it that agrees, a mailbox too, is of two
     * names of one family. Set, so that it teaches how many households share.
     */
    HOUSEHOLD(
            Kind.AGAINST, Level.fixed("shared-but-otherwise-two", -6), Level.fixed("same-family-other-given-name", -6));

    /** Who can bring such agreement about. */
    public enum Kind {
        /** Only who holds the number, the mailbox or the machine. */
        HELD,
        /** Anybody who copies what is shown: never enough to join two accounts. */
        SHOWN,
        /** What people do; others of the same circle do alike. */
        CONDUCT,
        AGAINST
    }

    /**
     * A degree of agreement.
     *
     * @param wire name in findings
     * @param matching share among pairs that are one, from which learning starts
     * @param strangers expected strangers with the same value, or NaN
     * @param chance share among pairs that are not one, or NaN
     * @param fixedBits weight that is not learnt, or NaN
     */
    public record Level(String wire, double matching, double strangers, double chance, double fixedBits) {
        static Level shared(String wire, double matching, double strangers) {
            return new Level(wire, matching, strangers, Double.NaN, Double.NaN);
        }

        static Level chance(String wire, double matching, double chance) {
            return new Level(wire, matching, Double.NaN, chance, Double.NaN);
        }

        static Level fixed(String wire, double bits) {
            return new Level(wire, Double.NaN, Double.NaN, Double.NaN, bits);
        }

        /** True when the level rests on one value, so that a rare one weighs more. */
        public boolean restsOnValue() {
            return !Double.isNaN(strangers);
        }

        public boolean isFixed() {
            return !Double.isNaN(fixedBits);
        }
    }

    private final Kind kind;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of records of numbers
    private final List<Level> levels;

    AccountField(Kind kind, Level... levels) {
        this.kind = kind;
        this.levels = List.of(levels);
    }

    public Kind kind() {
        return kind;
    }

    /** Level from 1. */
    public Level level(int level) {
        return levels.get(level - 1);
    }

    public int levelCount() {
        return levels.size();
    }

    /** True when the weights of this field are set and not learnt. */
    public boolean isFixed() {
        return levels.get(0).isFixed();
    }

    /** Place of the field among all, from 0; for the bits of one run, never stored. */
    @SuppressWarnings("EnumOrdinal")
    public int place() {
        return ordinal();
    }

    /** Name in findings: {@code profile-url}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
