package suluh.exports.whatsapp;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.MembershipRole;

/**
 * Who came to a group or left it, as a line of the platform says.
 *
 * @param actor who invited, or null
 * @param subject who came, left or made the group
 * @param role standing afterwards
 * @param invited true when the line tells of an invitation
 */
record Movement(@Nullable String actor, String subject, MembershipRole role, boolean invited) {
    /** Forms of one kind of movement, tried in the order of {@link #KINDS}. */
    private record Kind(List<SentenceForm> forms, MembershipRole role, boolean invited) {
        Kind(PlatformWords.Key key, MembershipRole role, boolean invited) {
            this(PlatformWords.of(key).stream().map(SentenceForm::of).toList(), role, invited);
        }
    }

    private static final List<Kind> KINDS = List.of(
            new Kind(PlatformWords.Key.JOINED, MembershipRole.MEMBER, true),
            new Kind(PlatformWords.Key.CREATED, MembershipRole.CREATOR, false),
            new Kind(PlatformWords.Key.LEFT, MembershipRole.FORMER, false),
            new Kind(PlatformWords.Key.ADDED, MembershipRole.MEMBER, true));
    private static final List<String> AND = PlatformWords.of(PlatformWords.Key.AND);

    /**
     * The movement that a line tells, or null when it tells none, or one whose names cannot be told apart.
     *
     * @param line text without invisible marks
     */
    static @Nullable Movement of(String line) {
        String text = line.endsWith(".") || line.endsWith("\u3002") ? line.substring(0, line.length() - 1) : line;
        for (Kind kind : KINDS) {
            for (SentenceForm form : kind.forms()) {
                SentenceForm.Names names = form.names(text);
                if (names != null) {
                    return of(names, kind);
                }
            }
        }
        return null;
    }

    private static @Nullable Movement of(SentenceForm.Names names, Kind kind) {
        String subject = names.subject();
        boolean plausible = !subject.isBlank() && subject.length() <= Body.MAX_SENDER_CHARS;
        boolean several = kind.role() == MembershipRole.MEMBER && names.actor() != null && namesSeveral(subject);
        return plausible && !several ? new Movement(names.actor(), subject.strip(), kind.role(), kind.invited()) : null;
    }

    private static boolean namesSeveral(String subject) {
        if (subject.contains(", ")) {
            return true;
        }
        String lower = subject.toLowerCase(Locale.ROOT);
        for (String and : AND) {
            // Words of scripts without spaces stand alone; the others between spaces.
            boolean letters = and.codePointAt(0) < 0x2E80;
            if (lower.contains(letters ? " " + and + " " : and)) {
                return true;
            }
        }
        return false;
    }
}
