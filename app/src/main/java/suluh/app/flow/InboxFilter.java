package suluh.app.flow;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import suluh.app.flow.SortComplaints.PileView;
import suluh.core.casework.complaint.InboxReason;
import suluh.core.casework.targets.Target;

/**
 * What of the inbox a person wants to see; a text that is empty narrows nothing.
 *
 * @param platform wire name of the platform of what is pointed at
 * @param concern wire name of the matter of one of the complaints
 * @param reason name of a reason for the pile's place
 * @param words part of what is pointed at, or of what a reporter says, in any case of letters
 */
public record InboxFilter(String platform, String concern, String reason, String words) {
    /** Everything. */
    public static final InboxFilter ALL = new InboxFilter("", "", "", "");

    private static final int MAX_CHARS = 100;

    public InboxFilter {
        platform = cut(platform);
        concern = cut(concern);
        reason = cut(reason);
        words = cut(words);
    }

    private static String cut(String text) {
        String bare = text.strip();
        return bare.length() > MAX_CHARS ? bare.substring(0, MAX_CHARS) : bare;
    }

    /** True when it narrows nothing. */
    public boolean isEmpty() {
        return equals(ALL);
    }

    /** The filter as the part of an address after {@code ?}. */
    public String wire() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("platform", platform);
        parts.put("concern", concern);
        parts.put("reason", reason);
        parts.put("words", words);
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** True when the pile is to be shown. */
    boolean admits(PileView pile) {
        Target target = pile.target();
        return (platform.isEmpty() || (target != null && target.platform().equals(platform)))
                && (concern.isEmpty()
                        || pile.complaints().stream()
                                .anyMatch(complaint -> complaint.row().concern().equals(concern)))
                && (reason.isEmpty()
                        || pile.reasons().stream().map(InboxReason::name).anyMatch(reason::equals))
                && (words.isEmpty() || says(pile, words.toLowerCase(Locale.ROOT)));
    }

    private static boolean says(PileView pile, String wanted) {
        Target target = pile.target();
        Stream<String> said = pile.complaints().stream()
                .flatMap(complaint ->
                        Stream.of(complaint.row().reference(), complaint.row().words()));
        Stream<String> named = target == null ? Stream.empty() : Stream.of(target.normalised(), target.asWritten());
        return Stream.concat(named, said)
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
