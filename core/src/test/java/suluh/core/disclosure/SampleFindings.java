package suluh.core.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import suluh.core.casework.Authority;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.LegalSource;
import suluh.core.casework.Mandate;
import suluh.core.casework.Offence;
import suluh.core.casework.Wording;
import suluh.core.identity.AccountField;
import suluh.core.identity.AccountLink;
import suluh.core.identity.Actor;
import suluh.core.identity.LinkEvidence;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import suluh.core.network.GroupActivity;
import suluh.core.network.InvitePost;
import suluh.core.network.LikeGroup;
import suluh.core.network.NetworkInsight;
import suluh.core.network.NodeRoles;
import suluh.core.network.Observed;
import suluh.core.network.RankInterval;
import suluh.core.network.Recruitment;
import suluh.core.network.Replacement;
import suluh.core.network.Role;
import suluh.core.network.RoleEvidence;
import suluh.core.network.WhatIf;
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
        Authority authority = new Authority("A-1", Wording.same("A power"), LocalDate.of(2026, 1, 1), null, law);
        Mandate mandate = new Mandate(
                "test-1", new Offence("O-1", Wording.same("An offence"), law), authority, LocalDate.of(2026, 2, 1));
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
                AccountLink.Standing.LINKED,
                -8,
                List.of(
                        new LinkEvidence(AccountField.NAME, 5, -1.5, HOSTILE, HOSTILE + "x", List.of(SOURCE, SOURCE)),
                        new LinkEvidence(AccountField.PHONE, 1, 14.25, HOSTILE, HOSTILE, List.of(SOURCE, SOURCE))));
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
        ScoreStep look = new ScoreStep(2, 0.41, "look", SOURCE);
        ScoreStep alert = new ScoreStep(4, 0.93, "look-now", SOURCE);
        ConversationFinding conversation = new ConversationFinding(
                group,
                10,
                0.93,
                "look-now",
                "telegram:1",
                look,
                alert,
                List.of(look, alert),
                List.of(cue),
                List.of(reason));
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
                new NetworkFinding(
                        3,
                        2,
                        0.25,
                        List.of(3),
                        List.of("telegram:1"),
                        new TreeMap<>(Map.of("0.05", 0.5)),
                        insight(),
                        new TreeMap<>(Map.of("telegram:1", HOSTILE))),
                media());
    }

    private static NetworkInsight insight() {
        Instant day = Instant.parse("2024-06-01T00:00:00Z");
        GroupActivity activity = new GroupActivity(
                HOSTILE,
                day,
                day,
                new TreeMap<>(Map.of(YearMonth.of(2024, 6), 10L)),
                new TreeMap<>(),
                Collections.nCopies(24, 1L),
                Collections.nCopies(7, 1L),
                new TreeMap<>(Map.of("ms", 4L)),
                2,
                1,
                List.of(SOURCE),
                new TreeMap<>(Map.of(HOSTILE, 3L)),
                new GroupActivity.Reach(HOSTILE, 6100, 6, 4, true));
        LikeGroup like = new LikeGroup(
                HOSTILE, 1, List.of(new LikeGroup.Reason(LikeGroup.Likeness.LINKS, 1, 1, List.of(HOSTILE))));
        return new NetworkInsight(
                new TreeMap<>(Map.of("membership", 6)),
                List.of(new NodeRoles(
                        "telegram:1",
                        List.of(new RoleEvidence(
                                Role.ADMINISTRATOR, RoleEvidence.Code.ADMINISTERS_GROUPS, 1, List.of(SOURCE))))),
                List.of(activity),
                new TreeMap<>(Map.of(HOSTILE, List.of(like))),
                List.of(new Replacement(HOSTILE, day, HOSTILE, 12, 14, 1, List.of(HOSTILE), List.of(SOURCE))),
                List.of(new Recruitment(
                        "telegram:1", HOSTILE, Recruitment.Pattern.INVITED_CONTACTED_MOVED, day, List.of(SOURCE))),
                List.of(new InvitePost(
                        HOSTILE,
                        null,
                        "telegram:1",
                        new Observed(2, day, day, List.of(SOURCE)),
                        List.of(HOSTILE),
                        InvitePost.Basis.STATED)),
                new WhatIf(
                        List.of(new WhatIf.Step("telegram:1", 0.4, 0.5, day, 3)),
                        List.of(new WhatIf.Link(HOSTILE, "telegram:1", 9)),
                        List.of(new WhatIf.Reach("telegram:1", 0.8))),
                List.of(new RankInterval("telegram:1", "degree", 1, List.of(new RankInterval.Missing(0.1, 1, 3)))),
                List.of(0.9));
    }

    private static MediaFindings media() {
        MediaFindings.Place place =
                new MediaFindings.Place(SOURCE, "telegram:1", HOSTILE, "2024-01-01T10:00:00Z", SOURCE);
        String sha256 = "0f".repeat(32);
        return new MediaFindings(
                new MediaFindings.Counts(3, 2, 1, 0, 0, 0, 1, 0, 1, 1, 1),
                List.of(new MediaFindings.WithoutHash("heic", "NO_DECODER", 1, List.of(SOURCE))),
                List.of(new MediaFindings.ListUsed(HOSTILE, HOSTILE, HOSTILE, "known", null, sha256, 10)),
                List.of(new MediaFindings.KnownMedia(
                        sha256,
                        80,
                        List.of(new MediaFindings.ListHit(HOSTILE, "pdq", 12, "mirrored", 4, HOSTILE)),
                        1,
                        List.of(place))),
                List.of(new MediaFindings.CopyGroup(
                        2, List.of(new MediaFindings.Copy(sha256, 0, "none", List.of(place, place))))),
                List.of(new MediaFindings.Tie("telegram:1", HOSTILE, 1, 1, List.of(SOURCE, SOURCE))));
    }
}
