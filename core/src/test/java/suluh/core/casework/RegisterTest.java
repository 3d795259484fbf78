package suluh.core.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import suluh.core.kernel.Outcome;

class RegisterTest {
    private static final LegalSource SOURCE = new LegalSource("Act 1, s. 1", LocalDate.of(2026, 11, 1), true);
    private static final ZoneId KUALA_LUMPUR = ZoneId.of("Asia/Kuala_Lumpur");
    private static final Offence OFFENCE = new Offence("O-1", Wording.same("an offence"), SOURCE);

    @ParameterizedTest
    @CsvSource({"2025-01-01", "2025-06-30", "2025-12-31"})
    void grantsAMandateFromTheFirstToTheLastDay(LocalDate day) {
        Outcome<Mandate> outcome = register("2025-12-31").mandate("O-1", "A-1", day);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(done.value())
                                .isEqualTo(new Mandate("test", OFFENCE, authority("2025-12-31"), day)));
    }

    @ParameterizedTest
    @CsvSource({
        "O-1, A-1, 2024-12-31, AUTHORITY_NOT_YET_IN_FORCE",
        "O-1, A-1, 2026-01-01, AUTHORITY_LAPSED",
        "O-1, A-2, 2025-06-30, AUTHORITY_UNKNOWN",
        "O-2, A-1, 2025-06-30, OFFENCE_UNKNOWN",
    })
    void refusesWithACodeAndASentence(String offence, String authority, LocalDate day, CaseworkCode expected) {
        Outcome<Mandate> outcome = register("2025-12-31").mandate(offence, authority, day);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.refusal().code()).isEqualTo(expected);
            assertThat(refused.refusal().message()).endsWith(".");
        });
    }

    @Test
    void holdsAnAuthorityWithoutEndOpen() {
        assertThat(register(null).mandate("O-1", "A-1", LocalDate.of(2099, 1, 1)))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void refusesARegisterThatNamesACodeTwice() {
        assertThatThrownBy(() -> Register.of("test", KUALA_LUMPUR, List.of(OFFENCE, OFFENCE), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("O-1");
    }

    @Test
    void endsAnAuthorityWithTheDayOfItsJurisdiction() {
        Register register = register("2025-12-31");
        Instant lastSecond = Instant.parse("2025-12-31T15:59:59Z");

        assertThat(register.dayOf(lastSecond)).isEqualTo("2025-12-31");
        assertThat(register.dayOf(lastSecond.plusSeconds(1))).isEqualTo("2026-01-01");
        assertThat(register.endOf(LocalDate.parse("2025-12-31"))).isEqualTo(lastSecond.plusSeconds(1));
    }

    private static Register register(@Nullable String until) {
        return Register.of(
                "test",
                KUALA_LUMPUR,
                List.of(OFFENCE),
                List.of(authority(until)),
                List.of(new Agency("a", "Agency A")));
    }

    private static Authority authority(@Nullable String until) {
        LocalDate end = until == null ? null : LocalDate.parse(until);
        return new Authority("A-1", Wording.same("a power"), LocalDate.of(2025, 1, 1), end, SOURCE);
    }
}
