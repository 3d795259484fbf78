package suluh.core.casework.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.StartEvent;
import suluh.core.casework.targets.Target;
import suluh.core.casework.targets.TargetKind;
import suluh.core.kernel.Outcome;

class RequestStateTest {
    private static final Instant DAY0 = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void runsFromSendingWhenTheRuleSaysSo() {
        var sent = new RequestState.Draft().send(DAY0, clock(StartEvent.SENT, 1));

        assertThat(sent.timing().lapsesAt()).isEqualTo(DAY0.plus(DAY.multipliedBy(90)));
        assertThat(sent.acknowledge(DAY0.plus(DAY), clock(StartEvent.SENT, 1))
                        .timing()
                        .lapsesAt())
                .isEqualTo(sent.timing().lapsesAt());
    }

    @Test
    void waitsForTheAcknowledgementWhenTheRuleSaysSo() {
        RequestClock clock = clock(StartEvent.ACKNOWLEDGED, 1);
        var sent = new RequestState.Draft().send(DAY0, clock);

        assertThat(sent.timing().lapsesAt()).isNull();
        assertThat(sent.acknowledge(DAY0.plus(DAY), clock).timing().lapsesAt())
                .isEqualTo(DAY0.plus(DAY.multipliedBy(91)));
    }

    @Test
    void isRenewedAsOftenAsTheRuleAllowsAndNeverAfterItsEnd() {
        RequestClock clock = clock(StartEvent.SENT, 1);
        var acknowledged = new RequestState.Draft().send(DAY0, clock).acknowledge(DAY0, clock);

        Outcome<RequestState.Acknowledged> once = acknowledged.renew(DAY0.plus(DAY), clock);

        assertThat(once).isInstanceOfSatisfying(Outcome.Done.class, done -> {
            var renewed = (RequestState.Acknowledged) done.value();
            assertThat(renewed.timing().lapsesAt()).isEqualTo(DAY0.plus(DAY.multipliedBy(180)));
            assertThat(code(renewed.renew(DAY0, clock))).isEqualTo(CaseworkCode.RENEWALS_USED_UP);
        });
        assertThat(code(acknowledged.renew(DAY0.plus(DAY.multipliedBy(90)), clock)))
                .isEqualTo(CaseworkCode.REQUEST_NOT_THERE_YET);
        assertThat(code(new RequestState.Draft().send(DAY0, clock).renew(DAY0, clock)))
                .isEqualTo(CaseworkCode.REQUEST_NOT_THERE_YET);
    }

    @ParameterizedTest
    @CsvSource({"0, RUNNING", "79, RUNNING", "80, WARNING", "89, WARNING", "90, LAPSED", "400, LAPSED"})
    void warnsBeforeItLapses(int day, RequestClock.Reading expected) {
        Instant end = DAY0.plus(DAY.multipliedBy(90));

        assertThat(clock(StartEvent.SENT, 0).read(end, DAY0.plus(DAY.multipliedBy(day))))
                .isEqualTo(expected);
    }

    @Test
    void refusesARequestThatLacksOneOfTheSixItemsAndNamesIt() {
        Outcome<SixItems> outcome = new SixItems("D11", "facts", " ", "provider", "", "yes").checked();

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.refusal().code()).isEqualTo(CaseworkCode.REQUEST_INCOMPLETE);
            assertThat(refused.refusal().message()).contains("(c), (e)").contains("Article 29(2)");
        });
        assertThat(new SixItems("a", "b", "c", "d", "e", "f").checked()).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void asksForNothingWithoutATargetOrAKindOfRecord() {
        Target target = new Target(TargetKind.GROUP, "telegram", "t.me/c/1", "1");

        assertThat(code(new Asked(List.of(), null, null, Set.of(RecordType.MESSAGES))
                        .checkedFor(RequestKind.PRODUCTION)))
                .isEqualTo(CaseworkCode.REQUEST_INCOMPLETE);
        assertThat(code(new Asked(List.of(target), null, null, Set.of()).checkedFor(RequestKind.PRESERVATION)))
                .isEqualTo(CaseworkCode.REQUEST_INCOMPLETE);
        assertThat(new Asked(List.of(target), null, null, Set.of()).checkedFor(RequestKind.TAKE_DOWN))
                .isInstanceOf(Outcome.Done.class);
    }

    private static RequestClock clock(StartEvent starts, int renewals) {
        return new RequestClock("C-90", DAY.multipliedBy(90), starts, renewals, DAY.multipliedBy(10));
    }

    private static Object code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.refusal().code() : "done";
    }
}
