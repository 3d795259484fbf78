package suluh.exports.whatsapp;

import java.util.List;
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
    private static final List<String> JOINED = List.of(
            " joined using this group's invite link",
            " joined using an invite link",
            " menyertai menggunakan pautan jemputan kumpulan ini",
            " bergabung menggunakan tautan undangan grup ini");
    private static final List<String> LEFT = List.of(" left", " keluar", " telah keluar");
    private static final List<String> CREATED =
            List.of(" created group \"", " mencipta kumpulan \"", " membuat grup \"");
    private static final List<String> ADDED = List.of(" added ", " menambah ", " menambahkan ");

    /**
     * The movement that a line tells, or null when it tells none, or one whose names cannot be told apart.
     *
     * @param line text without invisible marks
     */
    static @Nullable Movement of(String line) {
        String text = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
        for (String joined : JOINED) {
            if (text.endsWith(joined)) {
                return of(text.substring(0, text.length() - joined.length()), null, MembershipRole.MEMBER, true);
            }
        }
        for (String created : CREATED) {
            int at = text.indexOf(created);
            if (at > 0) {
                return of(text.substring(0, at), null, MembershipRole.CREATOR, false);
            }
        }
        for (String left : LEFT) {
            if (text.endsWith(left)) {
                return of(text.substring(0, text.length() - left.length()), null, MembershipRole.FORMER, false);
            }
        }
        for (String added : ADDED) {
            int at = text.indexOf(added);
            if (at > 0 && text.indexOf(added, at + 1) < 0) {
                String subject = text.substring(at + added.length());
                boolean several = subject.contains(", ") || subject.contains(" and ") || subject.contains(" dan ");
                return several ? null : of(subject, text.substring(0, at), MembershipRole.MEMBER, true);
            }
        }
        return null;
    }

    private static @Nullable Movement of(String subject, @Nullable String actor, MembershipRole role, boolean invited) {
        boolean plausible = !subject.isBlank() && subject.length() <= Body.MAX_SENDER_CHARS;
        return plausible ? new Movement(actor, subject.strip(), role, invited) : null;
    }
}
