package suluh.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static suluh.core.network.SmallNetwork.day;
import static suluh.core.network.SmallNetwork.source;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import suluh.core.network.GroupActivity.Reach;
import suluh.core.network.LikeGroup.Likeness;
import suluh.core.network.Recruitment.Act;
import suluh.core.network.Recruitment.Encounter;
import suluh.core.network.Recruitment.Pattern;

/** Ties, roles, groups and change over time on small networks whose truth is plain. */
class MeaningTest {
    @Test
    void keepsLayersApartAndSaysWhatAProjectionDrops() {
        CaseNetwork network = new SmallNetwork()
                .group("g")
                .tie("a", TieKind.MEMBERSHIP, "g")
                .tie("a", TieKind.MESSAGES, "g")
                .tie("b", TieKind.DIRECT, "a")
                .build();

        CaseNetwork.Layer layer = network.layer(EnumSet.of(TieKind.MEMBERSHIP, TieKind.MESSAGES));

        assertThat(network.ties()).hasSize(3);
        assertThat(layer.graph().edgeCount()).isEqualTo(1);
        assertThat(layer.ties()).isEqualTo(2);
        assertThat(layer.joined()).isEqualTo(1);
        assertThat(layer.dropped()).containsExactly(java.util.Map.entry(TieKind.DIRECT, 1));
        assertThat(network.digraph().hasArc(network.place("g"), network.place("a")))
                .isFalse();
        assertThat(network.digraph().hasArc(network.place("a"), network.place("b")))
                .isTrue();
    }

    @Test
    void addsObservationsOfOneTieUp() {
        CaseNetwork network = new SmallNetwork()
                .tie("b", TieKind.DIRECT, "a", 2, 5, 9)
                .tie("a", TieKind.DIRECT, "b", 3, 1, 6)
                .build();

        assertThat(network.ties()).singleElement().satisfies(tie -> {
            assertThat(tie.observations()).isEqualTo(5);
            assertThat(tie.first()).isEqualTo(day(1));
            assertThat(tie.last()).isEqualTo(day(9));
            assertThat(tie.sources()).hasSize(2);
        });
    }

    @Test
    void readsRolesFromRecordsAndNotFromScores() {
        SmallNetwork small = new SmallNetwork().group("g1").group("g2").tie("admin", TieKind.ADMINISTRATION, "g1");
        for (int i = 0; i < 6; i++) {
            small.tie("m" + i, TieKind.MEMBERSHIP, "g1").tie("n" + i, TieKind.MEMBERSHIP, "g2");
            small.tie("m" + i, TieKind.DIRECT, "m" + (i + 1) % 6).tie("n" + i, TieKind.DIRECT, "n" + (i + 1) % 6);
            small.tie("recruiter", TieKind.INVITATION, "m" + i);
        }
        small.tie("broker", TieKind.MEMBERSHIP, "g1").tie("broker", TieKind.MEMBERSHIP, "g2");
        small.tie("speaker", TieKind.MESSAGES, "g2", 50, 0, 9).tie("lone", TieKind.MEMBERSHIP, "g1");
        CaseNetwork network = small.tie("child", TieKind.DIRECT, "admin").build();
        List<RoleFact> facts = List.of(
                new RoleFact("child", RoleEvidence.Code.WAS_WRITTEN_CUES, "", Observed.once(day(1), source(1))),
                new RoleFact(
                        "m1",
                        RoleEvidence.Code.OFFERED_ACCESS_AT_A_PRICE,
                        "",
                        new Observed(2, null, null, List.of(source(2)))),
                new RoleFact("m2", RoleEvidence.Code.OFFERED_ACCESS_AT_A_PRICE, "", Observed.once(null, source(3))));

        List<NodeRoles> roles = RoleAssessor.roles(network, NetworkMeasures.of(network, 1), facts);

        assertThat(leading(roles, network, "admin")).isEqualTo(Role.ADMINISTRATOR);
        assertThat(leading(roles, network, "recruiter")).isEqualTo(Role.RECRUITER);
        assertThat(leading(roles, network, "broker")).isEqualTo(Role.BROKER);
        assertThat(leading(roles, network, "speaker")).isEqualTo(Role.BROADCASTER);
        assertThat(leading(roles, network, "child")).isEqualTo(Role.POSSIBLY_TARGETED_CHILD);
        assertThat(leading(roles, network, "m1")).isEqualTo(Role.OFFERS_ACCESS);
        assertThat(leading(roles, network, "m2")).isEqualTo(Role.MEMBER);
        assertThat(leading(roles, network, "lone")).isEqualTo(Role.PERIPHERAL);
        assertThat(leading(roles, network, "g1")).isEqualTo(Role.GROUP);
        assertThat(roles)
                .filteredOn(role -> role.leading() != Role.GROUP)
                .allSatisfy(
                        role -> assertThat(role.evidence().getFirst().sources()).isNotEmpty());
    }

    @Test
    void findsWhereTheMembersOfASilentGroupWent() {
        SmallNetwork small = new SmallNetwork().group("old").group("new").group("other");
        for (int i = 0; i < 20; i++) {
            small.tie("m" + i, TieKind.MESSAGES, "old", 4, i, 100);
            small.tie("m" + i, TieKind.MESSAGES, i < 12 ? "new" : "other", 3, i < 12 ? 103 + i : 20 + i, 300);
        }
        CaseNetwork network =
                small.tie("x", TieKind.MESSAGES, "other", 30, 0, 300).build();
        List<GroupTraits> traits =
                List.of(traits("old", "t.me/+A"), traits("new", "t.me/+A"), traits("other", "t.me/+B"));
        List<GroupActivity> activities =
                List.of(activity("old", 80, 0, 100), activity("new", 36, 103, 300), activity("other", 54, 0, 300));

        List<Replacement> found = ReplacementSearch.of(network, traits, activities);

        assertThat(found).singleElement().satisfies(replacement -> {
            assertThat(replacement.silent()).isEqualTo("old");
            assertThat(replacement.successor()).isEqualTo("new");
            assertThat(replacement.moved()).isEqualTo(12);
            assertThat(replacement.silentSince()).isEqualTo(day(100));
            assertThat(replacement.sharedLinks()).containsExactly("t.me/+A");
            assertThat(replacement.sources()).hasSize(5);
        });
    }

    @Test
    void callsNoGroupSilentThatOnlyPauses() {
        SmallNetwork small = new SmallNetwork().group("slow").group("new");
        for (int i = 0; i < 10; i++) {
            small.tie("m" + i, TieKind.MESSAGES, "slow", 2, i * 40, 400)
                    .tie("m" + i, TieKind.MESSAGES, "new", 1, 405, 450);
        }

        assertThat(ReplacementSearch.of(
                        small.build(), List.of(), List.of(activity("slow", 20, 0, 400), activity("new", 10, 405, 450))))
                .isEmpty();
    }

    @Test
    void ranksGroupsLikeOneWithReasons() {
        SmallNetwork small =
                new SmallNetwork().group("g0").group("g1").group("g2").group("g3");
        for (int i = 0; i < 200; i++) {
            small.tie("m" + i, TieKind.MEMBERSHIP, "g" + (i % 2 == 0 ? 2 : 3));
        }
        for (int i = 0; i < 15; i++) {
            small.tie("s" + i, TieKind.MEMBERSHIP, "g0").tie("s" + i, TieKind.MEMBERSHIP, "g1");
        }
        CaseNetwork network = small.build();

        SortedMap<String, List<LikeGroup>> like = GroupLikeness.of(
                network,
                List.of(
                        traits("g0", "t.me/+A"),
                        traits("g1", "t.me/+A"),
                        traits("g2", "t.me/+C"),
                        traits("g3", "t.me/+D")));

        assertThat(like).containsOnlyKeys("g0", "g1");
        assertThat(like.get("g0")).singleElement().satisfies(one -> {
            assertThat(one.key()).isEqualTo("g1");
            assertThat(one.reasons()).extracting(LikeGroup.Reason::likeness).contains(Likeness.MEMBERS, Likeness.LINKS);
        });
    }

    @Test
    void followsAContactFromInvitationToAnotherPlatform() {
        List<Encounter> encounters = new ArrayList<>(List.of(
                new Encounter("r", "c", Act.INVITATION, day(1), source(1)),
                new Encounter("r", "c", Act.PRIVATE_CONTACT, day(3), source(2)),
                new Encounter("c", "r", Act.CONTACT_ELSEWHERE, day(9), source(3)),
                new Encounter("x", "y", Act.CONTACT_ELSEWHERE, day(1), source(4)),
                new Encounter("x", "y", Act.PRIVATE_CONTACT, day(2), source(5)),
                new Encounter("p", "q", Act.PRIVATE_CONTACT, day(2), source(6)),
                new Encounter("p", "q", Act.CONTACT_ELSEWHERE, day(300), source(7))));

        assertThat(Recruitment.find(encounters)).singleElement().satisfies(found -> {
            assertThat(found.recruiter()).isEqualTo("r");
            assertThat(found.pattern()).isEqualTo(Pattern.INVITED_CONTACTED_MOVED);
            assertThat(found.sources()).containsExactly(source(1), source(2), source(3));
        });
    }

    @Test
    void tellsWhatWouldBreakAndWhatGrewBack() {
        SmallNetwork small = new SmallNetwork();
        for (int i = 0; i < 5; i++) {
            small.tie("hub", TieKind.DIRECT, "l" + i, 1, 0, 50).tie("l" + i, TieKind.DIRECT, "x" + i, 1, 0, 200);
        }
        small.tie("l0", TieKind.DIRECT, "l1", 1, 60, 200).tie("l2", TieKind.DIRECT, "l3", 1, 10, 200);
        CaseNetwork network = small.build();

        WhatIf whatIf = WhatIf.of(network, NetworkMeasures.of(network, 1));

        assertThat(whatIf.accounts().getFirst()).satisfies(step -> {
            assertThat(step.key()).isEqualTo("hub");
            assertThat(step.lastSeen()).isEqualTo(day(50));
            assertThat(step.grownBack()).isEqualTo(1);
            assertThat(step.largestShare()).isLessThan(0.5);
        });
        assertThat(whatIf.reach().getFirst().key()).isEqualTo("hub");
        assertThat(whatIf.links())
                .extracting(WhatIf.Link::pairsParted)
                .isSortedAccordingTo((x, y) -> Long.compare(y, x));
    }

    @Test
    void countsWhatWordsShow() {
        GroupWords words = new GroupWords();

        assertThat(words.add("Full access RM20 a month")).isEqualTo(GroupWords.Offer.ACCESS_AT_A_PRICE);
        assertThat(words.add("Nak akses penuh? rm 15 je")).isEqualTo(GroupWords.Offer.ACCESS_AT_A_PRICE);
        assertThat(words.add("basikal 80 ringgit")).isEqualTo(GroupWords.Offer.PRICE);
        assertThat(words.add("rm is no price")).isEqualTo(GroupWords.Offer.NONE);
        words.add("早安");
        words.add("காலை வணக்கம்");

        assertThat(words.offers()).isEqualTo(3);
        assertThat(words.languages())
                .containsEntry("zh", 1L)
                .containsEntry("ta", 1L)
                .containsEntry("ms", 1L);
    }

    @Test
    void refusesTiesThatAreNone() {
        assertThatThrownBy(() -> new Tie(1, 1, TieKind.DIRECT, 1, 1, null, null, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NetworkBuilder().tie("a", "b", TieKind.DIRECT, Observed.once(null, source(1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Role leading(List<NodeRoles> roles, CaseNetwork network, String key) {
        return roles.get(network.place(key)).leading();
    }

    private static GroupTraits traits(String key, String link) {
        return new GroupTraits(key, new TreeSet<>(List.of(link)), new TreeSet<>(), new TreeMap<>());
    }

    private static GroupActivity activity(String key, long messages, int firstDay, int lastDay) {
        List<Long> hours = new ArrayList<>(java.util.Collections.nCopies(24, 0L));
        hours.set(9, messages);
        return new GroupActivity(
                key,
                day(firstDay),
                day(lastDay),
                new TreeMap<>(),
                new TreeMap<>(),
                hours,
                java.util.Collections.nCopies(7, 0L),
                new TreeMap<>(),
                0,
                0,
                List.of(),
                new TreeMap<>(),
                new Reach(null, -1, 0, 0, false));
    }
}
