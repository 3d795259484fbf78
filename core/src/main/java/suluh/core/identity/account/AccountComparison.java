package suluh.core.identity.account;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;
import suluh.core.identity.AccountField;
import suluh.core.observation.SourcePointer;

/**
 * Compares two accounts field by field; symmetric.
 *
 * <p>What comes together counts once. A name, an account name and a mail address made of that name are one piece of
 * evidence, not three: where the names agree, an account name or a mail name that follows from them is left out. A
 * telephone brings its number and the network of its house along, and a family shares all three: where the numbers agree,
 * agreement of device and network is left out, where the devices agree, that of the network.
 *
 * <p>What must differ says nothing. A number opens one account of a service and a page is one account's, so that two
 * accounts of one service have two of each, whoever holds them; pages of two services are never the same. An account name
 * made of a name differs because that name does. A second account of a service is opened to go by another name: how rarely
 * that is done is counted with the service, so that the name is not counted again. And a group in which nobody else of the
 * case is known can be shared with nobody.
 */
public final class AccountComparison {
    /** Two PDQ hashes of one picture differ by no more bits than this (Facebook, PDQ reference, 2019). */
    static final int NEAR_PICTURE_BITS = 31;

    /** A text that more accounts wrote than these is a greeting or a rhyme. */
    static final int MAX_HOLDERS_OF_CONDUCT = 5;

    /** Of two accounts of one service, whoever holds them. */
    private static final Set<AccountField> MUST_DIFFER = Set.of(AccountField.PHONE, AccountField.NAME);

    private static final int SEVERAL_PASSAGES = 3;
    private static final double SMALL_GROUP_BITS = 5;

    private final Population population;
    private final PictureDistance pictures;

    /** Bits between two pictures, by their digests or hashes as the traits write them. */
    @FunctionalInterface
    public interface PictureDistance {
        /** Only the same digest is the same picture. */
        PictureDistance EXACT = (a, b) -> a.equals(b) ? 0 : Integer.MAX_VALUE;

        int bits(String a, String b);
    }

    AccountComparison(Population population, PictureDistance pictures) {
        this.population = population;
        this.pictures = pictures;
    }

    /** Agreements of the pair, in order of field; fields of which one side says nothing are left out. */
    List<Agreement> compare(AccountTraits x, AccountTraits y) {
        return x.key().compareTo(y.key()) > 0
                ? inThisOrder(y, x).stream().map(Agreement::mirrored).toList()
                : inThisOrder(x, y);
    }

    /** The same levels either way round; which of several equal values is named depends on the order. */
    List<Agreement> inThisOrder(AccountTraits x, AccountTraits y) {
        List<Agreement> found = new ArrayList<>();
        Agreement phone = identifier(AccountField.PHONE, x, y, ValueLevels::phone);
        add(found, phone);
        Agreement name = best(AccountField.NAME, x, y, ValueLevels::name);
        boolean namesAgree = agrees(name);
        add(found, email(x, y, namesAgree));
        add(found, page(x, y));
        Agreement device = identifier(AccountField.DEVICE, x, y, (a, b) -> AccountField.DEVICE.levelCount());
        Agreement network = Sightings.network(population, x, y);
        add(found, agrees(phone) && agrees(device) ? null : device);
        add(found, (agrees(phone) || agrees(device)) && agrees(network) ? null : network);
        add(found, best(AccountField.AVATAR, x, y, this::picture));
        add(found, name);
        add(found, handle(x, y, name));
        add(found, best(AccountField.BIOGRAPHY, x, y, ValueLevels::text));
        add(found, Rhythm.compare(x, y));
        add(found, groups(x, y));
        add(found, passages(x, y));
        add(found, published(x, y));
        add(found, Agreement.plain(AccountField.SERVICE, x.sharesServiceWith(y) ? 2 : 1));
        add(found, meeting(x, y));
        add(found, Household.of(found));
        if (x.sharesServiceWith(y)) {
            found.removeIf(agreement -> MUST_DIFFER.contains(agreement.field()) && !agrees(agreement));
        }
        return found;
    }

    private static void add(List<Agreement> found, @Nullable Agreement agreement) {
        if (agreement != null) {
            found.add(agreement);
        }
    }

    private static boolean agrees(@Nullable Agreement agreement) {
        return agreement != null && agreement.level() < agreement.field().levelCount();
    }

    private @Nullable Agreement best(
            AccountField field, AccountTraits x, AccountTraits y, ToIntBiFunction<String, String> levels) {
        Agreement best = null;
        for (Trait a : x.values(field)) {
            for (Trait b : y.values(field)) {
                int level = a.value().equals(b.value()) ? 1 : levels.applyAsInt(a.value(), b.value());
                int holders = level == 1 ? population.holders(field, a.value()) : 2;
                Agreement agreement = Agreement.of(field, level, holders, a, b);
                best = best == null ? agreement : best.better(agreement);
            }
        }
        return best;
    }

    /** As {@link #best}, a value that two people share being worth less: level 2. */
    private @Nullable Agreement identifier(
            AccountField field, AccountTraits x, AccountTraits y, ToIntBiFunction<String, String> levels) {
        Agreement best = null;
        for (Trait a : x.values(field)) {
            for (Trait b : y.values(field)) {
                boolean same = a.value().equals(b.value());
                boolean inFamily = same && population.isOfTwoPeople(field, a.value());
                int level = same ? (inFamily ? 2 : 1) : levels.applyAsInt(a.value(), b.value());
                int holders = same ? population.holders(field, a.value()) : 2;
                Agreement agreement = Agreement.of(field, level, holders, a, b);
                best = best == null ? agreement : best.better(agreement);
            }
        }
        return best;
    }

    /** Pages of their own: they are compared where one account names a page of the other's service, or both of a third. */
    private @Nullable Agreement page(AccountTraits x, AccountTraits y) {
        Agreement found = identifier(AccountField.PROFILE_URL, x, y, (a, b) -> AccountField.PROFILE_URL.levelCount());
        boolean couldAgree = !x.sharesServiceWith(y)
                && x.values(AccountField.PROFILE_URL).stream()
                        .anyMatch(a -> y.values(AccountField.PROFILE_URL).stream()
                                .anyMatch(b -> ValueLevels.site(a.value()).equals(ValueLevels.site(b.value()))));
        return agrees(found) || couldAgree ? found : null;
    }

    private @Nullable Agreement email(AccountTraits x, AccountTraits y, boolean namesAgree) {
        Agreement email = identifier(AccountField.EMAIL, x, y, ValueLevels::email);
        if (email == null || !namesAgree || (email.level() != 3 && email.level() != 4)) {
            return email;
        }
        return follows(email.valueA(), x) || follows(email.valueB(), y) ? null : email;
    }

    private @Nullable Agreement handle(AccountTraits x, AccountTraits y, @Nullable Agreement name) {
        Agreement found = best(AccountField.HANDLE, x, y, ValueLevels::handle);
        if (found == null) {
            return null;
        }
        if (!agrees(found)) {
            boolean namesDiffer = name != null && !agrees(name);
            return namesDiffer && follows(found.valueA(), x) && follows(found.valueB(), y) ? null : found;
        }
        if (agrees(name) && (follows(found.valueA(), x) || follows(found.valueB(), y))) {
            return null;
        }
        if (found.level() != 2) {
            return found;
        }
        int holders = population.foldedHandleHolders(ValueLevels.folded(found.valueA()));
        return new Agreement(AccountField.HANDLE, 2, holders, found.valueA(), found.valueB(), found.sources());
    }

    private static boolean follows(String identifier, AccountTraits account) {
        return account.values(AccountField.NAME).stream()
                .anyMatch(name -> ValueLevels.follows(identifier, name.value()));
    }

    private int picture(String a, String b) {
        return pictures.bits(a, b) <= NEAR_PICTURE_BITS ? 2 : AccountField.AVATAR.levelCount();
    }

    private @Nullable Agreement groups(AccountTraits x, AccountTraits y) {
        if (!x.sharesServiceWith(y) || !isInAGroupWithOthers(x) || !isInAGroupWithOthers(y)) {
            return null;
        }
        int small = 0;
        int shared = 0;
        for (String group : x.groups()) {
            if (y.groups().contains(group)) {
                shared++;
                double bits = Math.log((double) population.size() / population.groupSize(group)) / Math.log(2);
                small += bits >= SMALL_GROUP_BITS ? 1 : 0;
            }
        }
        return Agreement.plain(AccountField.GROUPS, small >= 2 ? 1 : shared > 0 ? 2 : 3);
    }

    private boolean isInAGroupWithOthers(AccountTraits account) {
        return account.groups().stream().anyMatch(group -> population.groupSize(group) > 1);
    }

    private @Nullable Agreement passages(AccountTraits x, AccountTraits y) {
        List<Agreement> same = rareInCommon(AccountField.PASSAGES, x, y);
        if (same.isEmpty()) {
            return null;
        }
        Agreement rarest = same.stream().reduce(Agreement::better).orElseThrow();
        int level = same.size() >= SEVERAL_PASSAGES ? 1 : 2;
        return new Agreement(
                AccountField.PASSAGES, level, rarest.holders(), rarest.valueA(), rarest.valueB(), rarest.sources());
    }

    private List<Agreement> rareInCommon(AccountField field, AccountTraits x, AccountTraits y) {
        List<Agreement> common = new ArrayList<>();
        for (Trait a : x.values(field)) {
            for (Trait b : y.values(field)) {
                int holders = population.holders(field, a.value());
                if (a.value().equals(b.value()) && holders <= MAX_HOLDERS_OF_CONDUCT) {
                    common.add(Agreement.of(field, 1, holders, a, b));
                }
            }
        }
        return common;
    }

    private @Nullable Agreement published(AccountTraits x, AccountTraits y) {
        Agreement one = publishesOwnOf(x, y);
        Agreement other = publishesOwnOf(y, x);
        if (other != null) {
            return one == null ? other.mirrored() : one.better(other.mirrored());
        }
        if (one != null) {
            return one;
        }
        return rareInCommon(AccountField.PUBLISHED, x, y).stream()
                .map(both -> new Agreement(
                        AccountField.PUBLISHED, 2, both.holders(), both.valueA(), both.valueB(), both.sources()))
                .reduce(Agreement::better)
                .orElse(null);
    }

    private @Nullable Agreement publishesOwnOf(AccountTraits publisher, AccountTraits owner) {
        Set<String> own = new HashSet<>();
        publisher.owned().forEach(trait -> own.add(trait.value()));
        for (Trait published : publisher.values(AccountField.PUBLISHED)) {
            for (Trait owned : owner.owned()) {
                if (published.value().equals(owned.value()) && !own.contains(owned.value())) {
                    int holders = 1 + population.holders(AccountField.PUBLISHED, owned.value());
                    return Agreement.of(AccountField.PUBLISHED, 1, holders, published, owned);
                }
            }
        }
        return null;
    }

    private static @Nullable Agreement meeting(AccountTraits x, AccountTraits y) {
        Agreement apart = Sightings.apart(x, y);
        if (apart != null && apart.level() == 1) {
            return apart;
        }
        SourcePointer written = x.partners().get(y.key());
        SourcePointer source = written == null ? y.partners().get(x.key()) : written;
        if (source != null) {
            return new Agreement(AccountField.MEETING, 2, 2, "", "", List.of(source));
        }
        return apart;
    }
}
