package suluh.core.identity.account;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import suluh.core.identity.AccountField;
import suluh.core.identity.field.Handles;

/** How common each value is among the accounts of a case, and which two people share. */
final class Population {
    private static final List<AccountField> COUNTED = List.of(
            AccountField.PHONE,
            AccountField.EMAIL,
            AccountField.PROFILE_URL,
            AccountField.DEVICE,
            AccountField.AVATAR,
            AccountField.NAME,
            AccountField.HANDLE,
            AccountField.BIOGRAPHY,
            AccountField.PASSAGES,
            AccountField.PUBLISHED);

    private final Map<AccountField, Map<String, Integer>> holders = new EnumMap<>(AccountField.class);
    private final Map<AccountField, Set<String>> ofTwoPeople = new EnumMap<>(AccountField.class);
    private final Map<String, Integer> addressHolders = new HashMap<>();
    private final Map<String, Integer> blockHolders = new HashMap<>();
    private final Map<String, Integer> foldedHandles = new HashMap<>();
    private final Map<String, Integer> groupSizes = new HashMap<>();
    private final Map<String, Integer> services = new HashMap<>();
    private final int size;
    private final int held;

    Population(List<AccountTraits> accounts) {
        size = accounts.size();
        List<AccountTraits> heldOnes =
                accounts.stream().filter(AccountTraits::isHeld).toList();
        held = heldOnes.size();
        heldOnes.forEach(account -> account.services().forEach(service -> services.merge(service, 1, Integer::sum)));
        for (AccountField field : COUNTED) {
            count(field, accounts);
        }
        for (AccountTraits account : accounts) {
            account.groups().forEach(group -> groupSizes.merge(group, 1, Integer::sum));
            account.sightings().stream()
                    .map(Sighting::address)
                    .distinct()
                    .forEach(address -> addressHolders.merge(address, 1, Integer::sum));
            account.sightings().stream()
                    .map(sighting -> Sightings.block(sighting.address()))
                    .distinct()
                    .forEach(block -> blockHolders.merge(block, 1, Integer::sum));
            account.values(AccountField.HANDLE).stream()
                    .map(trait -> Handles.folded(trait.value()))
                    .distinct()
                    .forEach(folded -> foldedHandles.merge(folded, 1, Integer::sum));
        }
    }

    private void count(AccountField field, List<AccountTraits> accounts) {
        Map<String, Integer> counts = new HashMap<>();
        for (AccountTraits account : accounts) {
            for (Trait trait : account.values(field)) {
                counts.merge(trait.value(), 1, Integer::sum);
            }
        }
        holders.put(field, counts);
    }

    /** Accounts of the case. */
    int size() {
        return size;
    }

    /** Accounts of which something is known that only the holder has. */
    int held() {
        return held;
    }

    /** Accounts that have this value. */
    int holders(AccountField field, String value) {
        return holders.getOrDefault(field, Map.of()).getOrDefault(value, 1);
    }

    int addressHolders(String address) {
        return addressHolders.getOrDefault(address, 1);
    }

    int networkBlockHolders(String block) {
        return blockHolders.getOrDefault(block, 1);
    }

    int foldedHandleHolders(String folded) {
        return foldedHandles.getOrDefault(folded, 1);
    }

    int groupSize(String group) {
        return groupSizes.getOrDefault(group, 1);
    }

    /** True when two accounts that look like two people have this value: a family's, a school's, or one given on. */
    boolean isOfTwoPeople(AccountField field, String value) {
        return ofTwoPeople.getOrDefault(field, Set.of()).contains(value);
    }

    /** Takes note that two accounts which are otherwise two people's have this value. */
    void sharedByTwo(AccountField field, String value) {
        ofTwoPeople.computeIfAbsent(field, ignored -> new HashSet<>()).add(value);
    }

    /**
     * Share of the pairs whose accounts are of one service, among accounts of which something is known that only the holder
     * has: six thousand names of one thread would make every pair of one service look common.
     */
    double sameServiceShare() {
        double same = services.values().stream()
                .mapToDouble(count -> (double) count * (count - 1))
                .sum();
        return held < 2 ? 1 : Math.min(1, same / ((double) held * (held - 1)));
    }
}
