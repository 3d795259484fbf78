package suluh.core.identity.account;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import suluh.core.identity.AccountField;

/**
 * Tells two people of one household from one person with two accounts.
 *
 * <p>A number, a device and a network are shared in a family, and a number is given on; a mailbox hardly is. Where one of
 * the three agrees, a mailbox (or, for a device or network, a number) of each is known and differs, and no name, account
 * name, picture or description agrees, the pair is more likely two people. One part of a name in common is the family's
 * and counts for nothing here. A person who takes a new name, a new mailbox and keeps the telephone looks the same: such a
 * pair is left to a person, never joined.
 *
 * <p>The same where the two names end alike and begin differently (<i>Amir bin Yusof</i>, <i>Aisyah binti Yusof</i>) and
 * nothing agrees but what a family has in common, a mailbox being a parent's: a person with a second account keeps the
 * name or changes it, and hardly keeps the father's alone.
 */
final class Household {
    private static final Set<AccountField> SHARED =
            Set.of(AccountField.PHONE, AccountField.DEVICE, AccountField.NETWORK);
    /** The same, and the mailbox under which a parent opens the accounts of children. */
    private static final Set<AccountField> SHARED_IN_A_FAMILY =
            Set.of(AccountField.PHONE, AccountField.DEVICE, AccountField.NETWORK, AccountField.EMAIL);
    /** What lies in a house or is lent out of it: alone it never joins. */
    private static final Set<AccountField> OF_THE_HOUSE = Set.of(AccountField.DEVICE, AccountField.NETWORK);

    private static final Set<AccountField> IDENTIFIERS =
            Set.of(AccountField.PHONE, AccountField.EMAIL, AccountField.PROFILE_URL, AccountField.DEVICE);
    /** What goes from hand to hand: one of them alone in common does not make two unlike accounts of a service one. */
    private static final Set<AccountField> HANDED_ROUND = Set.of(AccountField.PHONE, AccountField.DEVICE);
    /** Level of names that have one part in common. */
    private static final int ONE_PART = 4;

    private Household() {}

    /**
     * The finding of a pair's agreements; null when they do not look like a household.
     *
     * @param pair every agreement, those that weigh nothing too
     */
    static @Nullable Agreement of(List<Agreement> pair) {
        if (pair.stream().anyMatch(Household::areNamesOfOneFamily) && nothingAgreesBut(SHARED_IN_A_FAMILY, pair)) {
            return Agreement.plain(AccountField.HOUSEHOLD, 2);
        }
        boolean isOtherwiseTwo = pair.stream()
                .anyMatch(agreement ->
                        (agreement.field() == AccountField.EMAIL || agreement.field() == AccountField.PHONE)
                                && agreement.level() == agreement.field().levelCount());
        return isOtherwiseTwo && nothingAgreesBut(SHARED, pair) ? Agreement.plain(AccountField.HOUSEHOLD, 1) : null;
    }

    private static boolean areNamesOfOneFamily(Agreement agreement) {
        return agreement.field() == AccountField.NAME
                && agreement.level() == ONE_PART
                && ValueLevels.areOfOneFamily(agreement.valueA(), agreement.valueB());
    }

    /** True when this finding is among the agreements of a pair. */
    static boolean isIn(List<Agreement> pair) {
        return pair.stream().anyMatch(agreement -> agreement.field() == AccountField.HOUSEHOLD);
    }

    /** True when nothing agrees but what lies in a house, so that the pair is left to a person. */
    static boolean restsOnTheHouseAlone(List<Agreement> pair) {
        return nothingAgreesBut(OF_THE_HOUSE, pair);
    }

    /**
     * What the pair shares though it looks like two people: the identifiers of a household; or the number or device that is
     * all that two accounts of one service have in common. A mailbox stands behind a password and is not handed round: alone
     * it makes nobody a family. Empty for any other pair.
     */
    static List<Agreement> shared(List<Agreement> pair) {
        List<Agreement> identifiers = pair.stream()
                .filter(agreement -> agreement.level() == 1 && IDENTIFIERS.contains(agreement.field()))
                .toList();
        if (isIn(pair)) {
            return identifiers;
        }
        boolean oneService = pair.stream()
                .anyMatch(agreement -> agreement.field() == AccountField.SERVICE && agreement.level() == 2);
        return oneService && identifiers.size() == 1 && nothingAgreesBut(HANDED_ROUND, pair) ? identifiers : List.of();
    }

    /** True when some of these fields agree, and nothing else that a holder has or shows. */
    private static boolean nothingAgreesBut(Set<AccountField> fields, List<Agreement> pair) {
        boolean some = false;
        for (Agreement agreement : pair) {
            if (agrees(agreement)) {
                if (!fields.contains(agreement.field())) {
                    return false;
                }
                some = true;
            }
        }
        return some;
    }

    private static boolean agrees(Agreement agreement) {
        AccountField field = agreement.field();
        boolean isOfTheHolder = field.kind() == AccountField.Kind.HELD || field.kind() == AccountField.Kind.SHOWN;
        int unlike = field == AccountField.NAME ? ONE_PART : field.levelCount();
        return isOfTheHolder && agreement.level() < unlike;
    }
}
