package suluh.core.casework;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Whom to reach, and what periods run: the part of a register that is practice rather than law.
 *
 * @param providers by id, in the register's order
 * @param clocks by code, in the register's order
 * @param helplines in the order to show them
 * @param callingCode digits that complete a national telephone number: {@code 60}
 * @param quickExit harmless address to which the public form leads whoever must leave it at once
 */
public record Directory(
        SequencedMap<String, Provider> providers,
        SequencedMap<String, ClockRule> clocks,
        List<Helpline> helplines,
        String callingCode,
        String quickExit) {
    /** A directory that names nobody. */
    public static final Directory EMPTY =
            new Directory(new LinkedHashMap<>(), new LinkedHashMap<>(), List.of(), "", "about:blank");

    public Directory {
        providers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(providers));
        clocks = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(clocks));
        helplines = List.copyOf(helplines);
    }

    /** Directory from its entries; throws {@link IllegalArgumentException} naming an id that stands twice. */
    public static Directory of(
            List<Provider> providers,
            List<ClockRule> clocks,
            List<Helpline> helplines,
            String callingCode,
            String quickExit) {
        return new Directory(
                Register.byKey(providers, Provider::id),
                Register.byKey(clocks, ClockRule::code),
                helplines,
                callingCode,
                quickExit);
    }

    /** The provider behind this platform. */
    public Optional<Provider> providerOf(String platform) {
        return providers.values().stream()
                .filter(provider -> provider.platforms().contains(platform))
                .findFirst();
    }

    /** Preservation clocks that may run for a request, the one that names it most exactly first. */
    public List<ClockRule> preservationClocks(String authority, String provider) {
        List<ClockRule> fitting = new ArrayList<>(clocks.values().stream()
                .filter(clock -> clock.use() == ClockUse.PRESERVATION && clock.runsFor(authority, provider))
                .toList());
        fitting.sort(Comparator.comparingInt(ClockRule::exactness).reversed());
        return fitting;
    }

    /** The first clock of this use. */
    public Optional<ClockRule> clock(ClockUse use) {
        return clocks.values().stream().filter(clock -> clock.use() == use).findFirst();
    }
}
