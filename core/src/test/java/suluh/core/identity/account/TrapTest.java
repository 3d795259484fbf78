package suluh.core.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import suluh.core.identity.AccountField;
import suluh.core.identity.AccountLink;
import suluh.core.identity.AccountLink.Standing;
import suluh.core.identity.IdentityDecision;
import suluh.core.identity.LinkEvidence;
import suluh.core.identity.OwnerFact;
import suluh.core.identity.Resolution;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import suluh.core.observation.SourcePointer;

/** Catalogue of traps: two people who look like one, and one who looks like two; with the expected outcome of each. */
class TrapTest {
    private static final SourcePointer SOURCE =
            new SourcePointer(EvidenceId.of(Sha256Digest.of(new byte[] {1}), "trap"), "trap.json", 10, 20);
    private static final Instant NOON = Instant.parse("2024-03-01T04:00:00Z");

    private final AccountResolver resolver = new AccountResolver(AccountComparison.PictureDistance.EXACT);

    TrapTest() {
        for (int i = 0; i < 300; i++) {
            resolver.add(account("telegram:by" + i, "bystander number" + i).build());
        }
    }

    @Test
    void oneNumberOfTwoServicesJoins() {
        resolver.add(account("facebook:a", "azlan")
                .add(AccountField.PHONE, "+601555550001", SOURCE)
                .build());
        resolver.add(account("whatsapp:b", "nightwalker")
                .add(AccountField.PHONE, "+601555550001", SOURCE)
                .build());

        assertThat(resolver.resolve().representative("whatsapp:b")).isEqualTo("actor-1");
    }

    @Test
    void aNameAloneJoinsNobody() {
        resolver.add(account("facebook:a", "zulaikha qistina harlina").build());
        resolver.add(account("instagram:b", "zulaikha qistina harlina").build());

        Resolution resolution = resolver.resolve();

        assertThat(resolution.actors()).isEmpty();
    }

    /** All that anybody can do alike, so that the probability is high: what only a holder has is still missing. */
    @Test
    void aNameAndTheSameWordsJoinNobody() {
        for (String key : List.of("facebook:a", "instagram:b")) {
            resolver.add(spreading(account(key, "zulaikha qistina harlina")).build());
        }

        Resolution resolution = resolver.resolve();

        assertThat(resolution.actors()).isEmpty();
        assertThat(resolution.suggested())
                .anySatisfy(link -> assertThat(link.probability()).isGreaterThan(AccountResolver.LINKED_FROM));
    }

    /** Spreads the texts and the invitation that another spreads too. */
    private static AccountTraits.Builder spreading(AccountTraits.Builder account) {
        List.of("first", "second", "third").forEach(text -> account.add(AccountField.PASSAGES, text, SOURCE));
        return account.add(AccountField.PUBLISHED, "t.me/+SYNTHABCDEFGH", SOURCE);
    }

    @Test
    void namesakesInOneSchoolStayTwo() {
        for (String key : List.of("facebook:a", "facebook:b")) {
            resolver.add(account(key, "nur aisyah")
                    .inGroup("facebook:school")
                    .add(AccountField.PHONE, "+6015555500" + (int) key.charAt(9), SOURCE)
                    .build());
        }

        assertThat(resolver.resolve().actors()).isEmpty();
    }

    @Test
    void siblingsOnOneDeviceAreLeftToAPerson() {
        resolver.add(child("facebook:elder", "alia")
                .wroteWith("facebook:younger", SOURCE)
                .build());
        resolver.add(child("facebook:younger", "danial")
                .wroteWith("facebook:elder", SOURCE)
                .build());

        Resolution resolution = resolver.resolve();

        assertThat(resolution.actors()).isEmpty();
        assertThat(resolution.suggested())
                .anySatisfy(link -> assertThat(link.a()).isEqualTo("facebook:elder"));
    }

    @Test
    void siblingsOnTwoServicesWhoNeverWroteToEachOtherAreLeftToAPerson() {
        resolver.add(child("facebook:elder", "alia").build());
        resolver.add(child("telegram:younger", "danial").build());

        Resolution resolution = resolver.resolve();

        assertThat(resolution.actors()).isEmpty();
        assertThat(resolution.suggested())
                .anySatisfy(link -> assertThat(link.evidence())
                        .anySatisfy(evidence -> assertThat(evidence.field()).isEqualTo(AccountField.HOUSEHOLD)));
    }

    @Test
    void namesOfOneFamilyOnOneNumberAreLeftToAPersonThoughNoMailboxIsKnown() {
        resolver.add(account("facebook:elder", "amir haziq bin zahari")
                .add(AccountField.PHONE, "+601555550009", SOURCE)
                .add(AccountField.EMAIL, "amir@example.org", SOURCE)
                .build());
        resolver.add(account("telegram:younger", "nur aisyah binti zahari")
                .add(AccountField.PHONE, "+601555550009", SOURCE)
                .build());

        Resolution resolution = resolver.resolve();

        assertThat(resolution.actors()).isEmpty();
        assertThat(codes(resolution)).contains("household.same-family-other-given-name");
    }

    @Test
    void childrenWhoseAccountsAParentsMailboxOpenedAreLeftToAPerson() {
        for (String name : List.of("amir", "aisyah")) {
            resolver.add(account("facebook:" + name, name + " zahari")
                    .add(AccountField.EMAIL, "zahari@example.org", SOURCE)
                    .build());
        }

        Resolution resolution = resolver.resolve();

        assertThat(resolution.actors()).isEmpty();
        assertThat(codes(resolution)).contains("household.same-family-other-given-name");
    }

    /** One mailbox opens two accounts of a service, under other names, numbers and pages: what must differ says nothing. */
    @Test
    void whatMustDifferOnOneServiceDoesNotSpeakAgainstAMailbox() {
        resolver.add(second("facebook:first", "hamdan yusof", "+601555550071").build());
        resolver.add(second("facebook:other", "chong mei ling", "+601555550072").build());

        Resolution resolution = resolver.resolve();

        assertThat(codes(resolution))
                .contains("email.same", "service.same")
                .doesNotContain("phone.different", "profile-url.different", "handle.different", "name.different");
        assertThat(resolution.actors()).hasSize(1);
    }

    private static AccountTraits.Builder second(String key, String name, String phone) {
        String handle = name.replace(" ", ".");
        return account(key, name)
                .add(AccountField.PHONE, phone, SOURCE)
                .add(AccountField.EMAIL, "hamdan@example.org", SOURCE)
                .add(AccountField.HANDLE, handle, SOURCE)
                .add(AccountField.PROFILE_URL, "facebook.example/" + handle, SOURCE);
    }

    private static List<String> codes(Resolution resolution) {
        Stream<AccountLink> inside = resolution.actors().stream().flatMap(actor -> actor.links().stream());
        return Stream.concat(inside, resolution.suggested().stream())
                .flatMap(link -> link.evidence().stream())
                .map(LinkEvidence::code)
                .toList();
    }

    @Test
    void aNewMailboxMadeOfTheOldOneOnTheOldNumberJoins() {
        resolver.add(account("facebook:a", "hamdan yusof")
                .add(AccountField.PHONE, "+601555550081", SOURCE)
                .add(AccountField.EMAIL, "hamdan.81@example.org", SOURCE)
                .build());
        resolver.add(account("instagram:b", "night walker")
                .add(AccountField.PHONE, "+601555550081", SOURCE)
                .add(AccountField.EMAIL, "new.hamdan.81@example.org", SOURCE)
                .build());

        assertThat(resolver.resolve().actors()).hasSize(1);
    }

    @Test
    void anAccountWithAFamilysNumberAndNoMailboxIsLeftToAPerson() {
        resolver.add(child("facebook:elder", "alia").build());
        resolver.add(child("telegram:younger", "danial").build());
        resolver.add(account("x:whose", "moonlit fox")
                .add(AccountField.PHONE, "+601555550009", SOURCE)
                .build());

        assertThat(resolver.resolve().actors()).isEmpty();
    }

    @Test
    void aDeviceAloneJoinsNobody() {
        resolver.add(spreading(account("facebook:a", "azlan"))
                .add(AccountField.DEVICE, "tablet 78", SOURCE)
                .build());
        resolver.add(spreading(account("x:b", "mei ling"))
                .add(AccountField.DEVICE, "tablet 78", SOURCE)
                .build());

        Resolution resolution = resolver.resolve();

        assertThat(resolution.actors()).isEmpty();
        assertThat(resolution.suggested())
                .anySatisfy(link -> assertThat(link.probability()).isGreaterThan(AccountResolver.LINKED_FROM));
    }

    private static AccountTraits.Builder child(String key, String name) {
        return account(key, name + " zahari")
                .add(AccountField.PHONE, "+601555550009", SOURCE)
                .add(AccountField.DEVICE, "tablet 77", SOURCE)
                .add(AccountField.EMAIL, name + "@example.org", SOURCE)
                .add(new Sighting("203.0.113.9", NOON, null, SOURCE));
    }

    @Test
    void aHijackedAccountIsNotItsHijacker() {
        // From the hijacker's machine the account spreads what the hijacker spreads.
        resolver.add(spreading(account("instagram:victim", "puteri"))
                .add(AccountField.DEVICE, "phone of shadow", SOURCE)
                .add(AccountField.PHONE, "+601555550011", SOURCE)
                .add(AccountField.EMAIL, "puteri@example.org", SOURCE)
                .add(AccountField.DEVICE, "phone of puteri", SOURCE)
                .add(new Sighting("203.0.113.11", NOON, null, SOURCE))
                .add(new Sighting("203.0.113.66", NOON.plusSeconds(90_000), null, SOURCE))
                .wroteWith("instagram:hijacker", SOURCE)
                .build());
        resolver.add(spreading(account("instagram:hijacker", "shadow"))
                .add(AccountField.PHONE, "+601555550012", SOURCE)
                .add(AccountField.EMAIL, "shadow@example.net", SOURCE)
                .add(AccountField.DEVICE, "phone of shadow", SOURCE)
                .add(new Sighting("203.0.113.66", NOON.plusSeconds(90_600), null, SOURCE))
                .wroteWith("instagram:victim", SOURCE)
                .build());

        assertThat(resolver.resolve().actors()).isEmpty();
    }

    @Test
    void aFanWhoCopiesWhatIsShownIsNotTheStar() {
        resolver.add(shown("instagram:star")
                .add(AccountField.PHONE, "+601555550021", SOURCE)
                .build());
        resolver.add(shown("tiktok:fan")
                .add(AccountField.PHONE, "+601555550022", SOURCE)
                .build());

        Resolution resolution = resolver.resolve();

        assertThat(resolution.actors()).isEmpty();
        assertThat(resolution.suggested())
                .allSatisfy(link -> assertThat(link.standing()).isNotEqualTo(Standing.LINKED));
    }

    private static AccountTraits.Builder shown(String key) {
        return account(key, "aurora kirana")
                .add(AccountField.AVATAR, "f00d", SOURCE)
                .add(AccountField.HANDLE, "moonlitfox", SOURCE)
                .add(AccountField.BIOGRAPHY, "singer of quiet songs and keeper of cats", SOURCE);
    }

    @Test
    void aNumberGivenOnToSomebodyElseIsLeftToAPerson() {
        resolver.add(account("whatsapp:before", "hamdan yusof")
                .add(AccountField.PHONE, "+601555550031", SOURCE)
                .add(AccountField.EMAIL, "hamdan@example.org", SOURCE)
                .add(AccountField.DEVICE, "phone of hamdan", SOURCE)
                .build());
        resolver.add(account("telegram:after", "chong mei ling")
                .add(AccountField.PHONE, "+601555550031", SOURCE)
                .add(AccountField.EMAIL, "meiling@example.net", SOURCE)
                .add(AccountField.DEVICE, "phone of mei ling", SOURCE)
                .build());

        Resolution resolution = resolver.resolve();

        assertThat(resolution.actors()).isEmpty();
        assertThat(resolution.suggested())
                .anySatisfy(link -> assertThat(link.a()).isEqualTo("telegram:after"));
    }

    @Test
    void activeAtOnceFarApartWeighsAgainst() {
        resolver.add(account("facebook:a", "azlan")
                .add(AccountField.PHONE, "+601555550041", SOURCE)
                .add(new Sighting("", NOON, new Sighting.Place(3.14, 101.69), SOURCE))
                .build());
        resolver.add(account("whatsapp:b", "azlan")
                .add(AccountField.PHONE, "+601555550041", SOURCE)
                .add(new Sighting("", NOON.plusSeconds(600), new Sighting.Place(5.98, 116.07), SOURCE))
                .build());

        assertThat(resolver.resolve().actors()).isEmpty();
    }

    @Test
    void aWeakChainIsCutAndShown() {
        resolver.add(account("facebook:a", "hamdan")
                .add(AccountField.PHONE, "+601555550051", SOURCE)
                .add(AccountField.EMAIL, "hamdan@example.org", SOURCE)
                .add(AccountField.DEVICE, "one", SOURCE)
                .build());
        resolver.add(account("telegram:b", "hamdan")
                .add(AccountField.PHONE, "+601555550051", SOURCE)
                .add(AccountField.PHONE, "+601555550052", SOURCE)
                .build());
        resolver.add(account("whatsapp:c", "mei ling")
                .add(AccountField.PHONE, "+601555550052", SOURCE)
                .add(AccountField.EMAIL, "meiling@example.net", SOURCE)
                .add(AccountField.DEVICE, "two", SOURCE)
                .wroteWith("facebook:a", SOURCE)
                .build());

        Resolution resolution = resolver.resolve();

        assertThat(resolution.actors()).hasSize(1);
        assertThat(resolution.actors().getFirst().accounts()).hasSize(2);
        assertThat(resolution.suggested())
                .anySatisfy(link -> assertThat(link.standing()).isEqualTo(Standing.CUT));
    }

    @Test
    void theHolderOfAnExportIsTheParticipantThatStandsForHim() {
        resolver.add(account("facebook:a", "azlan").build());
        resolver.add(account("messenger:~azlan@t1", "azlan").build());
        resolver.add(new OwnerFact("facebook:a", "messenger:~azlan@t1", SOURCE, SOURCE));

        assertThat(resolver.resolve().representative("messenger:~azlan@t1")).isEqualTo("actor-1");
    }

    @Test
    void aPersonsWordOutranksTheScoreAndCanBeTakenBack() {
        resolver.add(account("facebook:a", "azlan")
                .add(AccountField.PHONE, "+601555550061", SOURCE)
                .build());
        resolver.add(account("whatsapp:b", "azlan")
                .add(AccountField.PHONE, "+601555550061", SOURCE)
                .build());
        resolver.add(account("x:c", "somebody else").build());
        Resolution before = resolver.resolve();

        AccountResolver decided = new AccountResolver(AccountComparison.PictureDistance.EXACT);
        decided.add(account("facebook:a", "azlan")
                .add(AccountField.PHONE, "+601555550061", SOURCE)
                .build());
        decided.add(account("whatsapp:b", "azlan")
                .add(AccountField.PHONE, "+601555550061", SOURCE)
                .build());
        decided.add(account("x:c", "somebody else").build());
        decided.add(decision(IdentityDecision.Kind.SPLIT, "facebook:a", "whatsapp:b"));
        decided.add(decision(IdentityDecision.Kind.MERGE, "whatsapp:b", "x:c"));
        Resolution after = decided.resolve();

        assertThat(before.actors()).hasSize(1);
        assertThat(after.actors()).hasSize(1);
        assertThat(after.actors().getFirst().accounts()).containsExactly("whatsapp:b", "x:c");
        assertThat(after.actors().getFirst().links().getFirst().standing()).isEqualTo(Standing.DECIDED);
        assertThat(after.suggested()).isEmpty();
    }

    @Test
    void ofTwoDecisionsThatContradictEachOtherTheOneThatKeepsApartHolds() {
        resolver.add(account("x:c", "one").build());
        resolver.add(account("x:d", "two").build());
        resolver.add(decision(IdentityDecision.Kind.MERGE, "x:c", "x:d"));
        resolver.add(decision(IdentityDecision.Kind.NOT_THE_SAME, "x:d", "x:c"));

        assertThat(resolver.resolve().actors()).isEmpty();
    }

    private static IdentityDecision decision(IdentityDecision.Kind kind, String left, String right) {
        return new IdentityDecision("d-" + left + right, kind, List.of(left), List.of(right));
    }

    private static AccountTraits.Builder account(String key, String name) {
        return AccountTraits.of(key).add(AccountField.NAME, name, SOURCE);
    }
}
