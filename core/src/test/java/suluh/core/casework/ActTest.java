package suluh.core.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActTest {
    @ParameterizedTest
    @EnumSource(Act.class)
    void opensNothingInACaseToAdministratorsAndAuditors(Act act) {
        if (act.isInCase()) {
            assertThat(act.roles()).doesNotContain(Role.ADMINISTRATOR, Role.AUDITOR);
        }
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void letsTheSupervisorDoWhateverAMemberMay(Act act) {
        if (act.isInCase()) {
            assertThat(act.roles()).contains(Role.SUPERVISOR);
        }
    }

    @Test
    void asksTwoPersonsForWhatCannotBeUndone() {
        assertThat(Arrays.stream(Act.values()).filter(Act::needsTwoPersons))
                .containsExactly(Act.DISCLOSE, Act.UNMASK_CHILD, Act.PURGE_EVIDENCE);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void findsEachRoleByItsWireName(Role role) {
        assertThat(Role.ofWire(role.wire())).contains(role);
        assertThat(Role.ofWire(role.name())).isEmpty();
    }

    @Test
    void keepsOversightApartFromCaseWork() {
        Set<Role> caseWork = EnumSet.complementOf(EnumSet.of(Role.ADMINISTRATOR, Role.AUDITOR));

        assertThat(Role.mayBeHeldTogether(caseWork)).isTrue();
        assertThat(Role.mayBeHeldTogether(Set.of(Role.ADMINISTRATOR))).isTrue();
        assertThat(Role.mayBeHeldTogether(Set.of(Role.ADMINISTRATOR, Role.AUDITOR)))
                .isFalse();
        assertThat(Role.mayBeHeldTogether(Set.of(Role.ADMINISTRATOR, Role.ANALYST)))
                .isFalse();
        assertThat(Role.mayBeHeldTogether(Set.of(Role.AUDITOR, Role.SUPERVISOR)))
                .isFalse();
    }
}
