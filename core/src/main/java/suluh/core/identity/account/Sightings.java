package suluh.core.identity.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import suluh.core.identity.AccountField;

/** Compares where and when two accounts were seen: one address, or two places at once. */
final class Sightings {
    private static final Duration TOGETHER = Duration.ofHours(1);
    /** Sign-ins so near in time are taken as one instant. */
    private static final Duration AT_ONCE = Duration.ofMinutes(2);
    /** Nobody travels faster than an airliner. */
    private static final double KILOMETRES_PER_HOUR = 900;

    private static final double FAR_KILOMETRES = 100;
    private static final Duration TRAVEL = Duration.ofHours(12);
    /** Comparing more of two long lists tells no more. */
    private static final int MAX_COMPARED = 200;

    private Sightings() {}

    /** The best agreement of addresses; null when one side was never seen at one. */
    static @Nullable Agreement network(Population population, AccountTraits x, AccountTraits y) {
        Agreement best = null;
        for (Sighting a : newest(x)) {
            for (Sighting b : newest(y)) {
                if (a.address().isEmpty() || b.address().isEmpty()) {
                    continue;
                }
                int level = level(a, b);
                int holders = switch (level) {
                    case 1, 2 -> population.addressHolders(a.address());
                    case 3 -> population.networkBlockHolders(block(a.address()));
                    default -> 2;
                };
                Agreement agreement = new Agreement(
                        AccountField.NETWORK,
                        level,
                        holders,
                        a.address(),
                        b.address(),
                        List.of(a.source(), b.source()));
                best = best == null ? agreement : best.better(agreement);
            }
        }
        return best;
    }

    private static List<Sighting> newest(AccountTraits account) {
        List<Sighting> all = account.sightings();
        return all.subList(Math.max(0, all.size() - MAX_COMPARED), all.size());
    }

    private static int level(Sighting a, Sighting b) {
        if (a.address().equals(b.address())) {
            Duration between = between(a.at(), b.at());
            return between != null && between.compareTo(TOGETHER) <= 0 ? 1 : 2;
        }
        return block(a.address()).equals(block(b.address())) ? 3 : AccountField.NETWORK.levelCount();
    }

    private static @Nullable Duration between(@Nullable Instant a, @Nullable Instant b) {
        return a == null || b == null ? null : Duration.between(a, b).abs();
    }

    /** The two were in places too far apart for the time between (level 1), or on two networks at once (level 3). */
    static @Nullable Agreement apart(AccountTraits x, AccountTraits y) {
        Agreement otherNetwork = null;
        for (Sighting a : newest(x)) {
            for (Sighting b : newest(y)) {
                Duration between = between(a.at(), b.at());
                if (between == null || between.compareTo(TRAVEL) > 0) {
                    continue;
                }
                if (isTooFar(a, b, between)) {
                    return met(1, a, b);
                }
                boolean differ = !a.address().isEmpty()
                        && !b.address().isEmpty()
                        && !block(a.address()).equals(block(b.address()));
                if (differ && otherNetwork == null && between.compareTo(AT_ONCE) <= 0) {
                    otherNetwork = met(3, a, b);
                }
            }
        }
        return otherNetwork;
    }

    private static boolean isTooFar(Sighting a, Sighting b, Duration between) {
        Sighting.Place from = a.place();
        Sighting.Place to = b.place();
        if (from == null || to == null) {
            return false;
        }
        double kilometres = from.kilometresTo(to);
        double hours = between.toSeconds() / 3600.0;
        return kilometres >= FAR_KILOMETRES && kilometres > FAR_KILOMETRES + hours * KILOMETRES_PER_HOUR;
    }

    private static Agreement met(int level, Sighting a, Sighting b) {
        return new Agreement(AccountField.MEETING, level, 2, a.address(), b.address(), List.of(a.source(), b.source()));
    }

    /** First three parts of an IPv4 address, first four groups of an IPv6 address. */
    static String block(String address) {
        boolean six = address.indexOf(':') >= 0;
        int parts = 0;
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if ((c == '.' || c == ':') && ++parts == (six ? 4 : 3)) {
                return address.substring(0, i);
            }
        }
        return address;
    }
}
