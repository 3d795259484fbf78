package suluh.core.casework.targets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.ContactPoints;

/**
 * Reads what people write down when they point at something: addresses, handles, group ids, numbers.
 *
 * <p>Nothing is fetched and nothing is guessed: a handle without its platform stays without one. Thread-safe.
 */
public final class TargetReader {
    /** Targets of one complaint; a longer list is a table of complaints. */
    public static final int MAX_TARGETS = 50;

    /** Text looked through; a complaint has less, a mail may have more. */
    private static final int MAX_TEXT_CHARS = 100_000;

    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)(https?://)?((?:[a-z0-9-]{1,63}\\.){1,5}[a-z]{2,24})(?::\\d{1,5})?([/?#][^\\s<>\"'|]{0,480})?");
    private static final Pattern EMAIL =
            Pattern.compile("(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.){1,5}[A-Za-z]{2,24}");
    private static final Pattern HANDLE = Pattern.compile("(?<![\\w/@.])@([A-Za-z0-9_.]{3,32})");
    private static final Pattern PHONE = Pattern.compile("(?<![\\w+/.-])(?:\\+|0)[\\d()][\\d ().-]{5,22}\\d(?!\\w)");
    private static final Pattern GROUP_ID = Pattern.compile("(?i)(?:(?:group|kumpulan)\\s*:?\\s*|-100)(\\d{5,20})");
    private static final Pattern BARE_NAME = Pattern.compile("@?([A-Za-z0-9_.]{2,64})");
    private static final Pattern TRAILING = Pattern.compile("[.,;:!?)\\]}]{1,10}$");

    private final String defaultCountryCode;

    /** @param defaultCountryCode digits that complete a national telephone number: {@code 60} */
    public TargetReader(String defaultCountryCode) {
        this.defaultCountryCode = defaultCountryCode;
    }

    private record Found(int at, Target target) {}

    /**
     * The target that this text is.
     *
     * @param hint platform that the reporter chose, for a bare name or number, or null
     */
    public Optional<Target> read(String text, @Nullable TargetPlatform hint) {
        String written = text.strip();
        if (written.isEmpty() || written.length() > Target.MAX_CHARS) {
            return Optional.empty();
        }
        List<Target> found = readAll(written);
        Matcher group = GROUP_ID.matcher(written);
        if (hint != null && group.matches()) {
            return Optional.of(group(hint, group.group(1), written));
        }
        Matcher bare = BARE_NAME.matcher(written);
        boolean isPlain = found.isEmpty() || found.getFirst().platform().isEmpty();
        if (hint != null
                && isPlain
                && bare.matches()
                && ContactPoints.phone(written, defaultCountryCode).isEmpty()) {
            return Optional.of(new Target(TargetKind.ACCOUNT, hint.wire(), hint.account(bare.group(1)), written));
        }
        return found.stream().findFirst();
    }

    /** The targets in a running text, each once, in its order; at most {@link #MAX_TARGETS}. */
    public List<Target> readAll(String text) {
        StringBuilder rest =
                new StringBuilder(text.length() > MAX_TEXT_CHARS ? text.substring(0, MAX_TEXT_CHARS) : text);
        List<Found> found = new ArrayList<>();
        take(EMAIL, rest, found, matcher -> email(matcher.group()));
        take(ADDRESS, rest, found, TargetReader::address);
        take(HANDLE, rest, found, matcher -> handle(matcher.group(1), matcher.group()));
        take(PHONE, rest, found, matcher -> phone(matcher.group()));
        found.sort(Comparator.comparingInt(Found::at));
        Map<String, Target> once = new LinkedHashMap<>();
        found.forEach(one -> once.putIfAbsent(one.target().key(), one.target()));
        return once.values().stream().limit(MAX_TARGETS).toList();
    }

    private interface Maker {
        Optional<Target> make(Matcher matcher);
    }

    /** Takes what the pattern finds out of the text, so that no part of it is read twice. */
    private static void take(Pattern pattern, StringBuilder rest, List<Found> found, Maker maker) {
        Matcher matcher = pattern.matcher(rest.toString());
        while (matcher.find()) {
            int at = matcher.start();
            int end = matcher.end();
            maker.make(matcher).ifPresent(target -> {
                found.add(new Found(at, target));
                rest.replace(at, end, " ".repeat(end - at));
            });
        }
    }

    /** An address of a platform; another one only when it is plainly an address, so that {@code ok.lah} is none. */
    private static Optional<Target> address(Matcher matcher) {
        String written = TRAILING.matcher(matcher.group()).replaceFirst("");
        String address = ContactPoints.url(written);
        Optional<Target> known = AddressForms.target(address, written);
        boolean isPlain = matcher.group(1) != null || matcher.group(3) != null || written.startsWith("www.");
        if (known.isPresent() || !isPlain || address.isEmpty() || address.length() > Target.MAX_CHARS) {
            return known;
        }
        return Optional.of(new Target(TargetKind.WEB, "", address, written));
    }

    private static Optional<Target> email(String written) {
        String normalised = ContactPoints.email(written);
        return normalised.isEmpty()
                ? Optional.empty()
                : Optional.of(new Target(TargetKind.EMAIL, "", normalised, written));
    }

    private static Optional<Target> handle(String name, String written) {
        String plain = TRAILING.matcher(name).replaceFirst("").toLowerCase(Locale.ROOT);
        return plain.isEmpty()
                ? Optional.empty()
                : Optional.of(new Target(TargetKind.ACCOUNT, "", "@" + plain, written));
    }

    private Optional<Target> phone(String written) {
        String normalised = ContactPoints.phone(written, defaultCountryCode);
        return normalised.isEmpty()
                ? Optional.empty()
                : Optional.of(new Target(TargetKind.PHONE, "", normalised, written));
    }

    private static Target group(TargetPlatform platform, String id, String written) {
        String address = switch (platform) {
            case FACEBOOK -> "facebook.com/groups/" + id;
            case TELEGRAM -> "t.me/c/" + id;
            case DISCORD -> "discord.com/channels/" + id;
            case X -> "x.com/i/communities/" + id;
            case MESSENGER, INSTAGRAM, WHATSAPP, TIKTOK, YOUTUBE, SNAPCHAT, SIGNAL -> platform.wire() + "/group/" + id;
        };
        return new Target(TargetKind.GROUP, platform.wire(), address, written);
    }
}
