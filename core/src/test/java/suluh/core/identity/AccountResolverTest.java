package suluh.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import suluh.core.observation.ContactPointKind;
import suluh.core.observation.ContactRelation;
import suluh.core.observation.SourcePointer;

class AccountResolverTest {
    private static final EvidenceId ITEM = EvidenceId.of(Sha256Digest.of(new byte[] {1}), "a.json");
    private static final String PHONE = "+601555550123";

    @Test
    void joinsAccountsOfTwoServicesThatOwnOnePhone() {
        Resolution resolution = resolve(List.of(
                owns("telegram:user1", ContactPointKind.PHONE, PHONE),
                owns("whatsapp:+601555550123", ContactPointKind.PHONE, PHONE)));

        assertThat(resolution.actors()).singleElement().satisfies(actor -> {
            assertThat(actor.accounts()).containsExactly("telegram:user1", "whatsapp:+601555550123");
            assertThat(actor.links()).singleElement().satisfies(link -> {
                assertThat(link.basis()).isEqualTo(LinkBasis.OWNED_PHONE);
                assertThat(link.sources()).hasSize(2);
            });
        });
    }

    @Test
    void onlySuggestsSiblingsWhoShareADevicesPhone() {
        Resolution resolution = resolve(List.of(
                owns("facebook:a", ContactPointKind.PHONE, PHONE), owns("facebook:b", ContactPointKind.PHONE, PHONE)));

        assertThat(resolution.actors()).isEmpty();
        assertThat(resolution.suggested()).extracting(AccountLink::basis).containsExactly(LinkBasis.SHARED_IDENTIFIER);
    }

    @Test
    void onlySuggestsAPublishedNumber() {
        Resolution resolution = resolve(List.of(
                owns("telegram:user1", ContactPointKind.PHONE, PHONE),
                fact("facebook:b", ContactPointKind.PHONE, ContactRelation.PUBLISHED, PHONE)));

        assertThat(resolution.actors()).isEmpty();
        assertThat(resolution.suggested())
                .extracting(AccountLink::basis)
                .containsExactly(LinkBasis.PUBLISHED_OTHERS_IDENTIFIER);
    }

    @Test
    void neverJoinsByHandleOrInvitation() {
        Resolution resolution = resolve(List.of(
                owns("telegram:user1", ContactPointKind.HANDLE, "same"),
                owns("x:2", ContactPointKind.HANDLE, "same"),
                owns("telegram:user1", ContactPointKind.INVITE_LINK, "t.me/+A"),
                owns("x:2", ContactPointKind.INVITE_LINK, "t.me/+A")));

        assertThat(resolution.actors()).isEmpty();
        assertThat(resolution.suggested()).isEmpty();
    }

    @Test
    void joinsTheHolderOfAnExportWithTheirPlaceInAThread() {
        AccountResolver resolver = new AccountResolver();
        resolver.add(new OwnerFact("facebook:me", "messenger:~Me@t1", source(1), source(2)));
        resolver.add(new OwnerFact("facebook:me", "messenger:~Me@t2", source(1), source(3)));

        assertThat(resolver.resolve().actors())
                .singleElement()
                .satisfies(actor -> assertThat(actor.accounts())
                        .containsExactly("facebook:me", "messenger:~Me@t1", "messenger:~Me@t2"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void concludesTheSameInWhateverOrderFactsArrive(long seed) {
        List<IdentifierFact> facts = new ArrayList<>();
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            String account = (random.nextBoolean() ? "telegram:user" : "whatsapp:+") + random.nextInt(40);
            ContactRelation relation = random.nextInt(4) == 0 ? ContactRelation.PUBLISHED : ContactRelation.OWNED;
            facts.add(new IdentifierFact(
                    account, ContactPointKind.PHONE, relation, "+60155555" + random.nextInt(60), source(i)));
        }
        Resolution expected = resolve(facts);
        Collections.shuffle(facts, random);

        assertThat(resolve(facts)).isEqualTo(expected);
        assertThat(expected.actors()).isNotEmpty();
    }

    private static Resolution resolve(List<IdentifierFact> facts) {
        AccountResolver resolver = new AccountResolver();
        facts.forEach(resolver::add);
        return resolver.resolve();
    }

    private static IdentifierFact owns(String account, ContactPointKind kind, String value) {
        return fact(account, kind, ContactRelation.OWNED, value);
    }

    private static IdentifierFact fact(String account, ContactPointKind kind, ContactRelation relation, String value) {
        return new IdentifierFact(account, kind, relation, value, source(account.hashCode() & 0xffff));
    }

    private static SourcePointer source(long offset) {
        return new SourcePointer(ITEM, "", offset, 10);
    }
}
