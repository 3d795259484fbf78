package suluh.core.identity.account;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import suluh.core.identity.AccountField;
import suluh.core.observation.SourcePointer;

/**
 * All that is compared of one account; nothing here depends on the order in which it was learnt.
 *
 * <p>Values are kept once each with the first of their records in text order. At most {@value #MAX_VALUES} different values
 * of a field are kept, the first in text order: an account with more is a shop or a robot, and comparing all with all would
 * cost without end.
 */
public final class AccountTraits {
    static final int MAX_VALUES = 24;
    static final int MAX_SIGHTINGS = 2_000;
    /** Hours of working days, then hours of the two days of the weekend. */
    static final int HOURS = 48;

    private static final List<Trait> NOTHING = List.of();
    private static final Comparator<Trait> TRAIT_ORDER = Comparator.comparing(Trait::value)
            .thenComparing(trait -> trait.source().item().value())
            .thenComparing(trait -> trait.source().path())
            .thenComparingLong(trait -> trait.source().offset());
    private static final Comparator<Sighting> SIGHTING_ORDER = Comparator.comparing(
                    Sighting::at, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Sighting::address)
            .thenComparing(sighting -> sighting.source().path())
            .thenComparingLong(sighting -> sighting.source().offset());

    private final String key;
    private final List<String> services;
    private final Map<AccountField, List<Trait>> traits;
    private final List<Trait> owned;
    private final List<Sighting> sightings;
    private final long[] hours;
    private final SortedSet<String> groups;
    private final SortedMap<String, SourcePointer> partners;

    private AccountTraits(Builder builder) {
        this.key = builder.key;
        this.services = List.copyOf(builder.services);
        this.traits = new EnumMap<>(AccountField.class);
        builder.traits.forEach((field, values) -> traits.put(field, distinct(values)));
        this.owned = distinct(builder.owned);
        this.sightings = builder.sightings.stream()
                .sorted(SIGHTING_ORDER)
                .limit(MAX_SIGHTINGS)
                .toList();
        this.hours = builder.hours.clone();
        this.groups = new TreeSet<>(builder.groups);
        this.partners = new TreeMap<>(builder.partners);
    }

    private static List<Trait> distinct(List<Trait> values) {
        List<Trait> sorted = new ArrayList<>(values);
        sorted.sort(TRAIT_ORDER);
        List<Trait> kept = new ArrayList<>();
        for (Trait trait : sorted) {
            boolean isNew = kept.isEmpty() || !kept.getLast().value().equals(trait.value());
            if (isNew && kept.size() < MAX_VALUES) {
                kept.add(trait);
            }
        }
        return List.copyOf(kept);
    }

    /** Collects what is known of one account. */
    public static final class Builder {
        private final String key;
        private final SortedSet<String> services = new TreeSet<>();
        private final Map<AccountField, List<Trait>> traits = new EnumMap<>(AccountField.class);
        private final List<Trait> owned = new ArrayList<>();
        private final List<Sighting> sightings = new ArrayList<>();
        private final long[] hours = new long[HOURS];
        private final SortedSet<String> groups = new TreeSet<>();
        private final Map<String, SourcePointer> partners = new java.util.HashMap<>();

        private Builder(String key) {
            this.key = key;
            services.add(service(key));
        }

        /** Takes a value of a field, in its comparable form; an empty one is passed over. */
        public Builder add(AccountField field, String value, SourcePointer source) {
            if (!value.isEmpty()) {
                Trait trait = new Trait(value, source);
                traits.computeIfAbsent(field, ignored -> new ArrayList<>()).add(trait);
                if (field == AccountField.PHONE || field == AccountField.EMAIL || field == AccountField.PROFILE_URL) {
                    owned.add(trait);
                }
            }
            return this;
        }

        /** Takes a sighting at an address or place. */
        public Builder add(Sighting sighting) {
            sightings.add(sighting);
            return this;
        }

        /** Takes {@code count} messages written in this hour of the day (0 to 23, UTC), on a working day or not. */
        public Builder wrote(int hour, boolean onWeekend, long count) {
            hours[hour + (onWeekend ? HOURS / 2 : 0)] += count;
            return this;
        }

        public Builder inGroup(String group) {
            groups.add(group);
            return this;
        }

        /** The two are the only ones in a conversation in which both wrote. */
        public Builder wroteWith(String other, SourcePointer source) {
            partners.putIfAbsent(other, source);
            return this;
        }

        /** Takes all that is known of another account which an export itself says to be the same. */
        Builder absorb(AccountTraits other, UnaryOperator<String> representative) {
            services.addAll(other.services);
            other.traits.forEach((field, values) -> values.forEach(trait -> add(field, trait.value(), trait.source())));
            sightings.addAll(other.sightings);
            for (int hour = 0; hour < HOURS; hour++) {
                hours[hour] += other.hours[hour];
            }
            groups.addAll(other.groups);
            other.partners.forEach((partner, source) -> wroteWith(representative.apply(partner), source));
            return this;
        }

        public AccountTraits build() {
            return new AccountTraits(this);
        }
    }

    public static Builder of(String key) {
        return new Builder(key);
    }

    /** Key of the account. */
    public String key() {
        return key;
    }

    private static String service(String key) {
        int colon = key.indexOf(':');
        return colon < 0 ? "" : key.substring(0, colon);
    }

    /** Services of the account: one, or more where an export itself joins accounts of several. */
    List<String> services() {
        return services;
    }

    boolean sharesServiceWith(AccountTraits other) {
        return services.stream().anyMatch(other.services::contains);
    }

    List<Trait> values(AccountField field) {
        return traits.getOrDefault(field, NOTHING);
    }

    /** Numbers, mail and page addresses recorded as the account's own. */
    List<Trait> owned() {
        return owned;
    }

    List<Sighting> sightings() {
        return sightings;
    }

    /** Messages by hour; the sum says how much the rhythm rests on. */
    long[] hours() {
        return hours.clone();
    }

    long messages() {
        return Arrays.stream(hours).sum();
    }

    SortedSet<String> groups() {
        return groups;
    }

    Map<String, SourcePointer> partners() {
        return partners;
    }

    /** True when something is known that only the holder has. */
    boolean isHeld() {
        return !sightings.isEmpty()
                || traits.keySet().stream().anyMatch(field -> field.kind() == AccountField.Kind.HELD);
    }
}
