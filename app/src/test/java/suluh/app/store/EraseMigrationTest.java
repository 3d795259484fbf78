package suluh.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.host.DataFolder;

/** Cases that were read before purges took what was read: who named an account first is worked out of its records. */
class EraseMigrationTest {
    @TempDir
    private Path folder;

    @Test
    void findsTheFirstMentionOfWhatWasReadBefore() throws Exception {
        try (DataFolder data = DataFolder.open(folder.resolve("data"));
                Database database = Database.bare(data, TestDatabase.environment(data.root()))) {
            database.migrateTo(MigrationVersion.fromVersion("19"));
            database.inCase(1, () -> {
                for (String sql : List.of(
                        "INSERT INTO probe_case VALUES (1, 'SU-2026-0001', 'd11', 'cli', now(), 'r', 'o', 'a', now())",
                        "INSERT INTO place VALUES (1, 1, 'ev-one', ''), (1, 2, 'ev-two', '')",
                        "INSERT INTO account VALUES (1, 1, 'telegram:user1', 'telegram', 'user1', 'Aina'),"
                                + " (1, 2, 'telegram:user2', 'telegram', 'user2', 'Borhan')",
                        "INSERT INTO conversation VALUES (1, 1, 'telegram:7', 'telegram', 'Walks', 'group')",
                        "INSERT INTO membership VALUES (1, 1, 1, 'member', 2, 0, 1), (1, 1, 1, 'member', 1, 0, 1),"
                                + " (1, 2, 1, 'member', 2, 0, 1)")) {
                    database.jdbc().sql(sql).update();
                }
                return true;
            });

            database.migrateTo(MigrationVersion.LATEST);

            assertThat(database.inCase(
                            1,
                            () -> database.jdbc()
                                    .sql("SELECT id || ' ' || place FROM account UNION ALL SELECT 'c ' || place FROM"
                                            + " conversation ORDER BY 1")
                                    .query(String.class)
                                    .list()))
                    .containsExactly("1 1", "2 2", "c 1");
        }
    }
}
