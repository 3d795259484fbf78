package suluh.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static suluh.core.network.SmallNetwork.day;
import static suluh.core.network.SmallNetwork.source;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ties, layers, roles and what-if on small networks whose truth is plain. */
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
        CaseNetwork network = small.build();
        List<NodeRoles> roles = RoleAssessor.roles(network, NetworkMeasures.of(network, 1));

        assertThat(leading(roles, network, "admin")).isEqualTo(Role.ADMINISTRATOR);
        assertThat(leading(roles, network, "recruiter")).isEqualTo(Role.RECRUITER);
        assertThat(leading(roles, network, "broker")).isEqualTo(Role.BROKER);
        assertThat(leading(roles, network, "speaker")).isEqualTo(Role.BROADCASTER);
        assertThat(leading(roles, network, "lone")).isEqualTo(Role.PERIPHERAL);
        assertThat(leading(roles, network, "g1")).isEqualTo(Role.GROUP);
        assertThat(roles)
                .filteredOn(role -> role.leading() != Role.GROUP)
                .allSatisfy(
                        role -> assertThat(role.evidence().getFirst().sources()).isNotEmpty());
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
    void refusesTiesThatAreNone() {
        assertThatThrownBy(() -> new Tie(1, 1, TieKind.DIRECT, 1, 1, null, null, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NetworkBuilder().tie("a", "b", TieKind.DIRECT, Observed.once(null, source(1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Role leading(List<NodeRoles> roles, CaseNetwork network, String key) {
        return roles.get(network.place(key)).leading();
    }
}
