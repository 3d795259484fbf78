package suluh.core.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import suluh.core.identity.AccountField;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import suluh.core.observation.SourcePointer;

/** No account comes first: neither in a pair, nor among what is known of one, nor in a case. */
class SymmetryTest {
    private static final long SEED = 20251130;
    private static final EvidenceId ITEM = EvidenceId.of(Sha256Digest.of(new byte[] {3}), "symmetry");
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final List<String> SERVICES = List.of("facebook", "telegram", "x");
    private static final List<String> NAMES = List.of(
            "amir haziq bin zahari",
            "nur aisyah binti zahari",
            "aisyah zahari",
            "aisyah",
            "hamdan yusof",
            "hamdan yusoff",
            "yusof hamdan");
    private static final List<String> HANDLES =
            List.of("hamdan.yusof", "hamdan_yusof", "h4mdanyusof", "hamdan.yusof7", "moonlitfox", "moonlitfoxx");
    private static final List<String> MAILBOXES =
            List.of("hamdan.81@example.org", "new.hamdan.81@example.org", "hamdan.81@example.net", "fox@example.org");
    private static final List<String> TEXTS = List.of(
            "keeper of cats and singer of songs", "singer of quiet songs and keeper of cats", "goes fishing on sunday");

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<AccountTraits> accounts = new ArrayList<>();
    private int records;

    SymmetryTest() {
        for (int i = 0; i < 90; i++) {
            accounts.add(account(i));
        }
    }

    @Test
    void eachFieldAgreesToTheSameDegreeEitherWayRound() {
        AccountComparison comparison =
                new AccountComparison(new Population(accounts), (a, b) -> Math.abs(a.charAt(0) - b.charAt(0)) * 20);
        Set<AccountField> met = EnumSet.noneOf(AccountField.class);

        for (AccountTraits a : accounts) {
            for (AccountTraits b : accounts) {
                if (a != b) {
                    List<Agreement> one = comparison.inThisOrder(a, b);
                    one.forEach(agreement -> met.add(agreement.field()));
                    assertThat(degrees(comparison.inThisOrder(b, a)))
                            .as("seed %d, %s and %s", SEED, a.key(), b.key())
                            .isEqualTo(degrees(one));
                }
            }
        }

        // Every field was met but the holder, which an export states and nobody compares.
        assertThat(met).isEqualTo(EnumSet.complementOf(EnumSet.of(AccountField.HOLDER)));
    }

    private static List<String> degrees(List<Agreement> agreements) {
        return agreements.stream()
                .map(agreement -> agreement.field().wire() + " " + agreement.level() + " " + agreement.holders())
                .toList();
    }

    @Test
    void theOrderInWhichAnAccountWasLearntChangesNothing() {
        SourcePointer early = new SourcePointer(ITEM, "a.json", 1, 1);
        SourcePointer late = new SourcePointer(ITEM, "b.json", 2, 1);
        AccountTraits.Builder one = AccountTraits.of("x:a");
        AccountTraits.Builder other = AccountTraits.of("x:a");
        List<String> values = Arrays.asList("+601555550001", "+601555550002", "+601555550001");
        for (int i = 0; i < values.size(); i++) {
            one.add(AccountField.PHONE, values.get(i), i == 0 ? early : late);
            one.add(new Sighting("203.0.113." + i, START.plusSeconds(i), null, i == 0 ? early : late));
            int back = values.size() - 1 - i;
            other.add(AccountField.PHONE, values.get(back), back == 0 ? early : late);
            other.add(new Sighting("203.0.113." + back, START.plusSeconds(back), null, back == 0 ? early : late));
        }

        AccountTraits forwards = one.build();
        AccountTraits backwards = other.build();

        assertThat(backwards.values(AccountField.PHONE)).isEqualTo(forwards.values(AccountField.PHONE));
        assertThat(backwards.owned()).isEqualTo(forwards.owned());
        assertThat(backwards.sightings()).isEqualTo(forwards.sightings());
    }

    @Test
    void everyOrderOfAccountsGivesTheSameActors() {
        List<String> first = actors(accounts);
        List<AccountTraits> shuffled = new ArrayList<>(accounts);
        for (int round = 0; round < 5; round++) {
            Collections.shuffle(shuffled, new Random(SEED + round));

            assertThat(actors(shuffled)).as("seed %d", SEED + round).isEqualTo(first);
        }
        assertThat(first).isNotEmpty();
    }

    private static List<String> actors(List<AccountTraits> accounts) {
        AccountResolver resolver = new AccountResolver(AccountComparison.PictureDistance.EXACT);
        accounts.forEach(resolver::add);
        return resolver.resolve().actors().stream()
                .map(actor -> actor.accounts() + " " + actor.links())
                .toList();
    }

    /** An account with some of everything, out of few values, so that most pairs agree in something. */
    private AccountTraits account(int number) {
        AccountTraits.Builder account = AccountTraits.of(pick(SERVICES) + ":" + number);
        some(account, AccountField.NAME, NAMES);
        some(account, AccountField.HANDLE, HANDLES);
        some(account, AccountField.EMAIL, MAILBOXES);
        some(account, AccountField.BIOGRAPHY, TEXTS);
        some(account, AccountField.PHONE, List.of("+601555550001", "+601555550002", "+621555550002", "+60155555000"));
        some(account, AccountField.DEVICE, List.of("tablet 1", "tablet 2", "phone 3"));
        some(account, AccountField.PROFILE_URL, List.of("t.me/fox", "t.me/hamdan", "x.com/fox"));
        some(account, AccountField.AVATAR, List.of("a:g", "b:g", "q:h"));
        some(account, AccountField.PASSAGES, List.of("p" + number % 20, "p" + number % 30, "p" + number % 45, "all"));
        some(account, AccountField.PUBLISHED, List.of("+601555550001", "t.me/+" + number % 30, "x.com/fox"));
        for (int i = 0; i < 3; i++) {
            Sighting.Place place = random.nextBoolean() ? new Sighting.Place(random.nextInt(60), 101) : null;
            Instant at = START.plus(Duration.ofMinutes(random.nextInt(600)));
            account.add(new Sighting("203.0." + random.nextInt(3) + "." + random.nextInt(3), at, place, source()));
        }
        int bedtime = random.nextInt(24);
        for (int hour = 0; hour < 16; hour++) {
            account.wrote((bedtime + hour) % 24, random.nextBoolean(), 10);
        }
        for (String group : new TreeSet<>(List.of("g" + number % 40, "g" + number % 30, "all"))) {
            account.inGroup(group);
        }
        account.wroteWith(pick(SERVICES) + ":" + random.nextInt(90), source());
        return account.build();
    }

    private void some(AccountTraits.Builder account, AccountField field, List<String> from) {
        for (int i = random.nextInt(3); i > 0; i--) {
            account.add(field, pick(from), source());
        }
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private SourcePointer source() {
        return new SourcePointer(ITEM, "symmetry.json", records++, 1);
    }
}
