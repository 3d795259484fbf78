package suluh.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.host.DataFolder;
import suluh.app.host.InputException;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import suluh.core.observation.AccountRef;
import suluh.core.observation.ContactPointKind;
import suluh.core.observation.ContactRelation;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.ConversationType;
import suluh.core.observation.MembershipRole;
import suluh.core.observation.MessageKind;
import suluh.core.observation.Observation;
import suluh.core.observation.Platform;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;

/** A forgotten WHERE leaks nothing: each table with case data, as the role that the program works with. */
class RowLevelSecurityTest {
    private static final Instant AT = Instant.parse("2026-11-24T00:00:00Z");
    private static final SourcePointer SOURCE =
            new SourcePointer(EvidenceId.of(Sha256Digest.of(new byte[] {1}), "a"), "", 0, 1);

    @TempDir
    private static Path folder;

    private static DataFolder data;
    private static Database database;
    private static int own;
    private static int other;

    @BeforeAll
    static void fillTwoCases() throws IOException, InputException {
        data = DataFolder.open(folder.resolve("data"));
        database = Database.open(data, TestDatabase.environment(data.root()));
        own = fill("own");
        other = fill("other");
    }

    @AfterAll
    static void close() throws IOException {
        database.close();
        data.close();
    }

    @Test
    void holdsForEveryTableThatHasACase() {
        List<String> tables = tablesWithACase();

        assertThat(tables).contains("message", "account", "evidence_item", "findings", "probe_case", "case_member");
        for (String table : tables) {
            assertThat(database.inTransaction(() -> count(table)))
                    .as("%s without a case", table)
                    .isZero();
            assertThat(database.inCase(own, () -> foreign(table)))
                    .as("%s shows another case", table)
                    .isZero();
        }
        assertThat(database.inCase(own, () -> count("message"))).isEqualTo(1);
    }

    /** A new table without a forced policy fails here; the catalogue knows them all. */
    @Test
    void isForcedOnEveryTableThatTheProgramMayTouch() {
        List<String> open = database.inTransaction(() -> database.jdbc()
                .sql("SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace"
                        + " AND c.relkind IN ('r', 'p') AND has_any_column_privilege(c.oid, 'SELECT, INSERT, UPDATE')"
                        + " AND NOT (c.relrowsecurity AND c.relforcerowsecurity"
                        + " AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid))")
                .query(String.class)
                .list());

        assertThat(open)
                .as("enable and force row-level security and add a policy, as in V1 and V3")
                .isEmpty();
    }

    @Test
    void showsNobodyAnyRowOfAnyTable() {
        for (String table : readableTables()) {
            assertThat(database.inTransaction(() -> count(table)))
                    .as("%s to nobody", table)
                    .isZero();
            assertThat(database.asPerson("p-nobody", () -> count(table)))
                    .as("%s to a stranger", table)
                    .isZero();
            assertThat(database.inCase(9_999, () -> count(table)))
                    .as("%s in a case that is not there", table)
                    .isZero();
        }
    }

    @Test
    void opensToATaskOfTheProgramOnlyWhatItNeeds() {
        for (Scope scope : Scope.values()) {
            for (String table : tablesWithACase()) {
                if (scope != Scope.VAULT || !table.equals("vault_reference")) {
                    assertThat(database.inScope(scope, () -> count(table)))
                            .as("%s in scope %s", table, scope)
                            .isZero();
                }
            }
        }
    }

    @Test
    void closesWhatAnInnerTransactionOpened() {
        assertThat(database.inCase(own, () -> {
                    long people = database.inScope(Scope.PEOPLE, () -> count("person"));
                    return people - count("person");
                }))
                .isPositive();
    }

    @Test
    void letsNobodyWriteIntoAnotherCase() {
        assertThatThrownBy(() -> database.inCase(
                        own,
                        () -> database.jdbc()
                                .sql("INSERT INTO place (case_id, id, item, path) VALUES (?, 99, 'x', '')")
                                .param(other)
                                .update()))
                .isInstanceOf(StoreException.class)
                .hasStackTraceContaining("violates row-level security policy");
    }

    @Test
    void worksAsARoleThatOwnsNothing() {
        Map<String, @Nullable Object> role = database.inTransaction(() -> database.jdbc()
                .sql("SELECT current_user AS name, rolsuper, rolbypassrls, (SELECT count(*) FROM pg_tables"
                        + " WHERE tableowner = current_user) AS owned FROM pg_roles WHERE rolname = current_user")
                .query()
                .singleRow());

        assertThat(role).containsEntry("name", "suluh_app").containsEntry("rolsuper", false);
        assertThat(role).containsEntry("rolbypassrls", false).containsEntry("owned", 0L);
    }

    @Test
    void letsNobodyRewriteTheLedger() {
        assertThatThrownBy(() -> database.inTransaction(
                        () -> database.jdbc().sql("DELETE FROM ledger_entry").update()))
                .isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> database.inTransaction(() -> database.jdbc()
                        .sql("UPDATE ledger_entry SET leaf = ''::bytea")
                        .update()))
                .isInstanceOf(StoreException.class);
    }

    private static List<String> readableTables() {
        return database.inTransaction(() -> database.jdbc()
                .sql("SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace"
                        + " AND c.relkind IN ('r', 'p') AND has_any_column_privilege(c.oid, 'SELECT')")
                .query(String.class)
                .list());
    }

    private static List<String> tablesWithACase() {
        return database.inTransaction(() -> database.jdbc()
                .sql("SELECT DISTINCT table_name FROM information_schema.columns WHERE column_name = 'case_id'"
                        + " AND table_schema = 'public' ORDER BY 1")
                .query(String.class)
                .list());
    }

    private static long count(String table) {
        return database.jdbc()
                .sql("SELECT count(*) FROM " + table)
                .query(Long.class)
                .single();
    }

    private static long foreign(String table) {
        return database.jdbc()
                .sql("SELECT count(*) FROM " + table + " WHERE case_id <> ?")
                .param(own)
                .query(Long.class)
                .single();
    }

    private static int fill(String word) {
        int id = OpenedRow.of(database);
        database.inCase(id, () -> {
            ObservationWriter writer = new ObservationWriter(database, id);
            AccountRef account = AccountRef.identified(Platform.TELEGRAM, "user" + word, word);
            ConversationRef chat = new ConversationRef(Platform.TELEGRAM, word, word, ConversationType.GROUP);
            writer.accept(new Observation.Message(
                    chat,
                    "1",
                    account,
                    SourceTime.unixMillis("0", 0),
                    MessageKind.CONTENT,
                    word,
                    null,
                    List.of(),
                    null,
                    0,
                    SOURCE));
            writer.accept(
                    new Observation.Membership(account, chat, MembershipRole.MEMBER, SourceTime.absent(), SOURCE));
            writer.accept(new Observation.ContactPoint(
                    account, ContactPointKind.PHONE, ContactRelation.OWNED, word, word, SOURCE));
            writer.accept(new Observation.Invitation(account, account, chat, SourceTime.absent(), SOURCE));
            writer.accept(new Observation.Group(chat, word, word, 5, SourceTime.absent(), SOURCE));
            writer.accept(new Observation.Account(account, true, SourceTime.absent(), SOURCE));
            writer.accept(new Observation.Media(Platform.WEB, word, 1, SOURCE));
            writer.finish();
            new FindingsStore(database).add(id, AT, "", new byte[0], new byte[0]);
            return true;
        });
        return id;
    }
}
