package suluh.core.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import suluh.core.casework.Authority;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.LegalSource;
import suluh.core.casework.Mandate;
import suluh.core.casework.Offence;
import suluh.core.identity.AccountLink;
import suluh.core.identity.Actor;
import suluh.core.identity.LinkBasis;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import suluh.core.observation.ContactPointKind;
import suluh.core.observation.ContactRelation;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.ConversationType;
import suluh.core.observation.FileFate;
import suluh.core.observation.FileReading;
import suluh.core.observation.Platform;
import suluh.core.observation.ReadingAlarm;
import suluh.core.observation.SourcePointer;

/** A small case whose every free text is hostile. */
final class SampleFindings {
    /** Markup, an attribute's end, a direction override and a character out of the first plane. */
    static final String HOSTILE = "<script>alert(1)</script>\"'\u202E𝕏 & co";

    static final Sha256Digest DIGEST = Sha256Digest.of(new byte[] {1, 2, 3});
    static final EvidenceId ITEM = EvidenceId.of(DIGEST, "a.json");
    static final SourcePointer SOURCE = new SourcePointer(ITEM, "inner/x.json", 5, 60);

    private SampleFindings() {}

    static ReportHeading heading() {
        LegalSource law = new LegalSource("Act 1, s. 1", LocalDate.of(2026, 1, 1), false);
        Authority authority = new Authority("A-1", "A power", LocalDate.of(2026, 1, 1), null, law);
        Mandate mandate =
                new Mandate("test-1", new Offence("O-1", "An offence", law), authority, LocalDate.of(2026, 2, 1));
        return new ReportHeading(
                "SU-2026-0001", mandate, "Agency", Instant.parse("2026-02-01T00:00:00Z"), "Suluh test");
    }

    static List<ReceivedItem> items() {
        return List.of(new ReceivedItem(ITEM, HOSTILE, 100, DIGEST));
    }

    static List<FileReading> readings() {
        ReadingAlarm alarm = new ReadingAlarm(CaseworkCode.CASE_UNKNOWN, HOSTILE, 7);
        return List.of(new FileReading(
                ITEM,
                HOSTILE,
                "",
                FileFate.PARTLY_READ,
                "test",
                "cut",
                3,
                1,
                new TreeMap<>(Map.of("empty", 1L)),
                1,
                2,
                List.of(alarm)));
    }

    static Findings findings() {
        ConversationRef group = new ConversationRef(Platform.TELEGRAM, "g1", HOSTILE, ConversationType.GROUP);
        PublishedLink link = new PublishedLink(ContactPointKind.INVITE_LINK, "t.me/+" + HOSTILE, 3, SOURCE);
        AccountLink joined = new AccountLink(
                "telegram:1",
                "whatsapp:+2",
                LinkBasis.OWNED_PHONE,
                AccountLink.Strength.LINKED,
                HOSTILE,
                List.of(SOURCE, SOURCE));
        ReasonFinding reason = new ReasonFinding("LOOK_NOW_CONVERSATIONS", 2, List.of(SOURCE));
        AccountFinding account = new AccountFinding(
                "telegram:1",
                HOSTILE,
                Platform.TELEGRAM,
                "actor-1",
                10,
                2,
                1.5,
                new NetworkPosition(2, 0.5, 1, 0, "broker"),
                List.of(reason),
                List.of(new ContactFinding(ContactPointKind.PHONE, ContactRelation.OWNED, HOSTILE, SOURCE)));
        int start = HOSTILE.codePointCount(0, HOSTILE.length()) + 1;
        CueFinding cue =
                new CueFinding("SECRECY", "telegram:1", 4, null, HOSTILE + " our secret", start, start + 10, SOURCE);
        ConversationFinding conversation = new ConversationFinding(
                group, 10, 0.93, "look-now", "telegram:1", 4, SOURCE, List.of(cue), List.of(reason));
        return new Findings(
                1,
                100,
                ReadingTotals.of(readings()),
                new TreeMap<>(Map.of("message", 10L)),
                List.of(new GroupFinding(group, 10, 6, 1, "Private", 6100, HOSTILE, 0, List.of(link))),
                List.of(new Actor("actor-1", List.of("telegram:1", "whatsapp:+2"), List.of(joined))),
                List.of(),
                List.of(account),
                List.of(conversation),
                new NetworkFinding(3, 2, 0.25, List.of(3), List.of("telegram:1"), new TreeMap<>(Map.of("0.05", 0.5))));
    }
}
