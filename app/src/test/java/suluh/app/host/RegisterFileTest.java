package suluh.app.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import suluh.core.casework.ClockRule;
import suluh.core.casework.ClockUse;
import suluh.core.casework.Directory;
import suluh.core.casework.Helpline;
import suluh.core.casework.Register;
import suluh.core.casework.targets.TargetPlatform;
import suluh.core.kernel.Outcome;

class RegisterFileTest {
    private static final String VALID = """
            version: test-1
            zone: Asia/Kuala_Lumpur
            offences:
              - {code: O-1, title: An offence, source: {citation: Act 1, readOn: 2026-01-01, verified: true}}
            authorities:
              - {reference: A-1, title: {en: A power, ms: Suatu kuasa}, inForceFrom: 2020-01-01, inForceUntil: 2021-01-01,
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
    void knowsPlatformsClocksAndHelplines() {
        Directory directory = RegisterFile.malaysia().directory();

        assertThat(directory.providerOf("telegram")).isPresent();
        for (TargetPlatform platform : TargetPlatform.values()) {
            assertThat(directory.providerOf(platform.wire()))
                    .as(platform.wire())
                    .isPresent();
        }
        assertThat(directory.preservationClocks("MY-866-60", "meta"))
                .extracting(ClockRule::code)
                .first()
                .isIn("META-90", "MY-866-60-NOTICE");
        for (ClockUse use : ClockUse.values()) {
            assertThat(directory.clock(use)).as(use.wire()).isPresent();
        }
        assertThat(directory.helplines()).anyMatch(Helpline::isEmergency);
    }

    @Test
    void takesAnotherRegisterFromTheEnvironment(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("other.yaml"), VALID);

        assertThat(RegisterFile.chosen(Map.of("SULUH_REGISTER", file.toString()))
                        .register()
                        .version())
                .isEqualTo("test-1");
        assertThatThrownBy(() -> RegisterFile.chosen(Map.of("SULUH_REGISTER", folder.toString())))
                .isInstanceOf(InputException.class);
    }

    @Test
    void keepsDatesAndFlags() {
        Register register = RegisterFile.parse(VALID, "test.yaml");

        assertThat(register.authorities().get("A-1")).satisfies(authority -> {
            assertThat(authority.inForceUntil()).isEqualTo(LocalDate.of(2021, 1, 1));
            assertThat(authority.source().verified()).isFalse();
            assertThat(authority.title().in("en")).isEqualTo("A power");
            assertThat(authority.title().in("ms")).isEqualTo("Suatu kuasa");
        });
        assertThat(register.offences().get("O-1"))
                .satisfies(offence -> assertThat(offence.title().in("ms")).isEqualTo("An offence"));
        assertThat(register.zone()).isEqualTo(ZoneId.of("Asia/Kuala_Lumpur"));
    }

    @ParameterizedTest
    @CsvSource({
        "'verified: true', 'verified: perhaps', 'test.yaml.offences[0].source.verified'",
        "'code: O-1', 'code: 12', 'test.yaml.offences[0].code'",
        "'inForceFrom: 2020-01-01', 'inForceFrom: soon', 'test.yaml.authorities[0].inForceFrom'",
        "'en: A power', 'fr: A power', 'test.yaml.authorities[0].title.en'",
        "'Asia/Kuala_Lumpur', 'Asia/Nowhere', 'test.yaml.zone'",
    })
    void namesTheEntryAtFault(String right, String wrong, String where) {
        String yaml = VALID.replaceFirst(java.util.regex.Pattern.quote(right), wrong);

        assertThatThrownBy(() -> RegisterFile.parse(yaml, "test.yaml"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(where);
    }
}
