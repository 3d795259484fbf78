package suluh.exports.cybertip;

import java.time.Instant;
import java.util.List;
import suluh.exports.cybertip.TipReport.Chat;
import suluh.exports.cybertip.TipReport.Filer;
import suluh.exports.cybertip.TipReport.Sighting;
import suluh.exports.cybertip.TipReport.TipAccount;

/** Synthetic reports to write. */
final class TipReports {
    private static final Instant AT = Instant.parse("2026-03-01T04:05:06.789123Z");

    private TipReports() {}

    /** A report with a value in each place. */
    static TipReport full() {
        return new TipReport(
                IncidentType.MISLEADING_WORDS.words(),
                "telegram",
                "a meeting was proposed for tomorrow",
                AT,
                "earliest passage",
                List.of(new Chat("telegram", "Group <A> & \u202Efriends", "[t] Ali: \u0000hello\n", "1 of 2 messages")),
                List.of("t.me/joinchat/example"),
                "Agency",
                "SU-2026-0001",
                new Filer("Devi", "Kumar", "devi@example.org"),
                List.of(new TipAccount(
                        "4711",
                        "telegram",
                        "ali",
                        "Ali",
                        List.of("t.me/ali"),
                        List.of("+601555550123"),
                        List.of("ali@example.org"),
                        List.of(new Sighting("192.0.2.1", AT), new Sighting("2001:db8::1", null)),
                        "note")),
                List.of(new TipAccount("4712", "telegram", "", "", List.of(), List.of(), List.of(), List.of(), "")),
                "more");
    }

    /** A report with nothing but what the schema wants. */
    static TipReport least() {
        return new TipReport(
                IncidentType.MISLEADING_DOMAIN.words(),
                "",
                "",
                AT,
                "",
                List.of(),
                List.of(),
                "Agency",
                "",
                new Filer("", "Kumar", ""),
                List.of(),
                List.of(),
                "");
    }
}
