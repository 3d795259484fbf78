package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.host.InputException;
import suluh.app.store.StoredAccount;
import suluh.app.store.StoredTie;
import suluh.core.identity.Resolution;

/** What is read around one account is what the whole case says of it. */
class AccountMaterialTest {
    /** Accounts of most messages that are looked at, and each of so many of the others. */
    private static final int BUSIEST = 60;

    private static final int EVERY = 50;

    @TempDir
    private Path folder;

    @Test
    void whatStandsAroundAnAccountIsWhatTheWholeCaseSaysOfIt() throws IOException, InputException {
        try (House house = SmallHouse.open(folder.resolve("data"))) {
            int caseId = SmallHouse.probe(house, SmallHouse.synthetic(folder.resolve("synth"), 4_000), null)
                    .opened()
                    .id();
            CaseMaterial whole = new CaseMaterial(house.observations(), caseId);
            Map<Integer, Set<Integer>> participants = new HashMap<>();
            for (StoredTie tie : whole.ties()) {
                participants
                        .computeIfAbsent(tie.conversation(), ignored -> new HashSet<>())
                        .add(tie.account());
            }

            List<StoredAccount> looked = Stream.concat(
                            whole.accounts().stream()
                                    .sorted(Comparator.comparingLong(StoredAccount::messages)
                                            .reversed())
                                    .limit(BUSIEST),
                            whole.accounts().stream().filter(account -> account.id() % EVERY == 0))
                    .toList();
            assertThat(looked).hasSizeGreaterThan(2 * BUSIEST);
            for (StoredAccount account : looked) {
                AccountMaterial one = AccountMaterial.of(house.accounts(), caseId, account.id())
                        .orElseThrow();

                List<StoredTie> ties = whole.ties().stream()
                        .filter(tie -> tie.account() == account.id())
                        .toList();
                Map<Integer, Integer> dialogues = new TreeMap<>();
                ties.stream()
                        .filter(tie -> !isGroup(whole, participants, tie))
                        .forEach(tie -> participants.getOrDefault(tie.conversation(), Set.of()).stream()
                                .filter(other -> other != account.id())
                                .forEach(other -> dialogues.put(tie.conversation(), other)));
                assertThat(one.account()).isEqualTo(account);
                assertThat(one.record()).isEqualTo(whole.record(account.id()));
                assertThat(one.contacts())
                        .containsExactlyInAnyOrderElementsOf(whole.contacts().stream()
                                .filter(contact -> contact.account() == account.id())
                                .toList());
                assertThat(one.groups())
                        .isEqualTo(ties.stream()
                                .filter(tie -> isGroup(whole, participants, tie))
                                .toList());
                assertThat(one.dialogues()).isEqualTo(dialogues);
                dialogues.forEach((conversation, other) -> {
                    assertThat(one.conversation(conversation)).isEqualTo(whole.conversation(conversation));
                    assertThat(one.other(other)).isEqualTo(whole.account(other));
                });
            }
            assertThat(AccountMaterial.of(
                            house.accounts(), caseId, whole.accounts().size() + 1))
                    .isEmpty();
        }
    }

    private static boolean isGroup(CaseMaterial whole, Map<Integer, Set<Integer>> participants, StoredTie tie) {
        return MapNetwork.isGroup(
                whole.conversation(tie.conversation()),
                participants.getOrDefault(tie.conversation(), Set.of()).size());
    }

    @Test
    void theResolutionThatAnAnalysisKeptIsTheOneThatWouldBeWorkedOut() throws IOException, InputException {
        try (House house = SmallHouse.open(folder.resolve("data"))) {
            int caseId = SmallHouse.probe(house, SmallHouse.synthetic(folder.resolve("synth"), 4_000), null)
                    .opened()
                    .id();
            Resolution workedOut = ResolveAccounts.run(house, caseId, new CaseMaterial(house.observations(), caseId));

            assertThat(workedOut.actors()).isNotEmpty();
            assertThat(workedOut.suggested()).isNotEmpty();
            assertThat(KeptView.unmasked(
                                    house,
                                    caseId,
                                    "resolution",
                                    house.findings().basis(caseId),
                                    0,
                                    Resolution.class)
                            .find())
                    .contains(workedOut);
            assertThat(ResolveAccounts.present(house, caseId)).isEqualTo(workedOut);
        }
    }
}
