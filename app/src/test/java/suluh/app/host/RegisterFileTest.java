package suluh.app.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import suluh.core.casework.Register;
import suluh.core.kernel.Outcome;

class RegisterFileTest {
    private static final String VALID = """
            version: test-1
            offences:
              - {code: O-1, title: An offence, source: {citation: Act 1, readOn: 2026-01-01, verified: true}}
            authorities:
              - {reference: A-1, title: A power, inForceFrom: 2020-01-01, inForceUntil: 2021-01-01,
                 source: {citation: Act 1, readOn: 2026-01-01, verified: false}}
            agencies:
              - {id: a, name: Agency}
            """;

    @Test
    void readsTheRegisterThatComesWithSuluh() {
        Register register = RegisterFile.malaysia();

        assertThat(register.offences()).containsKey("MY-792-12");
        assertThat(register.mandate("MY-792-12", "MY-593-116B", LocalDate.of(2026, 11, 24)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(register.agencies()).containsKeys("mcmc", "d11");
    }

    @Test
    void keepsDatesAndFlags() {
        Register register = RegisterFile.parse(VALID, "test.yaml");

        assertThat(register.authorities().get("A-1")).satisfies(authority -> {
            assertThat(authority.inForceUntil()).isEqualTo(LocalDate.of(2021, 1, 1));
            assertThat(authority.source().verified()).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'verified: true', 'verified: perhaps', 'test.yaml.offences[0].source.verified'",
        "'code: O-1', 'code: 12', 'test.yaml.offences[0].code'",
        "'inForceFrom: 2020-01-01', 'inForceFrom: soon', 'test.yaml.authorities[0].inForceFrom'",
    })
    void namesTheEntryAtFault(String right, String wrong, String where) {
        String yaml = VALID.replaceFirst(java.util.regex.Pattern.quote(right), wrong);

        assertThatThrownBy(() -> RegisterFile.parse(yaml, "test.yaml"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(where);
    }
}
