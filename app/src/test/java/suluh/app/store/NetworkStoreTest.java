package suluh.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.host.DataFolder;
import suluh.app.host.InputException;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import suluh.core.network.GroupRhythm;
import suluh.core.observation.AccountRef;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.ConversationType;
import suluh.core.observation.MessageKind;
import suluh.core.observation.Observation;
import suluh.core.observation.Platform;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;

/** What reading added up, and what one pass tells, is what plain questions to all messages tell. */
class NetworkStoreTest {
    private static final long SEED = 20;
    private static final int MESSAGES = 3_000;
    private static final int CONVERSATIONS = 6;
    private static final int ACCOUNTS = 9;
    private static final String SENT = "coalesce(sent_at, local_at AT TIME ZONE 'UTC')";

    @TempDir
    private static Path folder;

    private static DataFolder data;
    private static Database database;
    private static int caseId;

    @BeforeAll
    static void readTwice() throws IOException, InputException {
        data = DataFolder.open(folder.resolve("data"));
        database = Database.open(data, TestDatabase.environment(data.root()));
        caseId = OpenedRow.of(database);
        Random random = new Random(SEED);
        read(random);
        read(random);
        // Another case, whose messages must not be added to this one's.
        int other = OpenedRow.of(database);
        database.inCase(other, () -> write(new ObservationWriter(database, other), random));
    }

    @AfterAll
    static void close() throws IOException {
        database.close();
        data.close();
    }

    @Test
    void addsUpWhatEachAccountWroteInEachConversation() {
        List<String> plain = rows("SELECT sender, conversation, count(*), min(" + SENT + "), max(" + SENT
                + "), min(ARRAY[place::bigint, source_offset, source_length]) FROM message WHERE sender IS NOT NULL"
                + " GROUP BY sender, conversation ORDER BY sender, conversation");
        List<String> kept = rows("SELECT sender, conversation, sum(messages)::bigint, min(first_at), max(last_at),"
                + " min(ARRAY[place::bigint, source_offset, source_length]) FROM message_part WHERE sender IS NOT NULL"
                + " GROUP BY sender, conversation ORDER BY sender, conversation");

        assertThat(kept).as("seed %d", SEED).isEqualTo(plain).hasSize(CONVERSATIONS * ACCOUNTS);
        assertThat(new NetworkStore(database).parts(caseId))
                .hasSameSizeAs(plain)
                .allMatch(part -> part.role().equals("writer"));
    }

    @Test
    void countsMessagesThatNobodyWroteToo() {
        ObservationStore store = new ObservationStore(database);

        assertThat(store.counts(caseId)).containsEntry("message", 2L * MESSAGES);
        assertThat(store.conversations(caseId))
                .extracting(StoredConversation::messages)
                .containsExactlyElementsOf(
                        numbers("SELECT count(*) FROM message GROUP BY conversation ORDER BY conversation"));
        assertThat(store.accounts(caseId))
                .extracting(StoredAccount::messages)
                .containsExactlyElementsOf(numbers(
                        "SELECT count(*) FROM message WHERE sender IS NOT NULL GROUP BY sender ORDER BY sender"));
    }

    @Test
    void fillsOlderFoldersWithWhatReadingWouldHaveKept() throws IOException, SQLException {
        String migration;
        try (InputStream in = Database.class.getResourceAsStream("/db/migration/V20__message_parts.sql")) {
            migration = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
        int begin = migration.indexOf("INSERT INTO message_part");
        String fill = migration.substring(begin, migration.indexOf(';', begin)).replace("message_part", "filled");
        DatabaseSettings settings = database.settings();
        try (Connection owner =
                        DriverManager.getConnection(settings.url(), DatabaseSettings.OWNER, settings.ownerPassword());
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE filled (LIKE message_part)");

            int filled = statement.executeUpdate(fill);

            assertThat(filled).isGreaterThan(CONVERSATIONS * ACCOUNTS);
            // A reading has parts of its own: they are added up.
            String kept = "SELECT case_id, conversation, sender, sum(messages)::bigint, min(first_at), max(last_at),"
                    + " place, min(ARRAY[source_offset, source_length]) FROM message_part"
                    + " GROUP BY case_id, conversation, sender, place";
            String made = kept.replace("message_part", "filled");
            assertThat(count(statement, kept + " EXCEPT " + made)).isZero();
            assertThat(count(statement, made + " EXCEPT " + kept)).isZero();
        }
    }

    @Test
    void findsAnswersAsAPlainJoinDoes() {
        List<String> plain = rows("SELECT m.sender, r.sender, m.conversation, count(*), min(ARRAY[m.place::bigint,"
                + " m.source_offset, m.source_length]) FROM message m JOIN message r"
                + " ON r.conversation = m.conversation AND r.platform_id = m.reply_to"
                + " WHERE m.sender <> r.sender GROUP BY m.sender, r.sender, m.conversation"
                + " ORDER BY m.sender, r.sender, m.conversation");

        List<NetworkStore.StoredPair> replies = new NetworkStore(database).replies(caseId);

        assertThat(plain).isNotEmpty();
        assertThat(replies)
                .extracting(reply -> reply.from() + "|" + reply.to() + "|" + reply.conversation() + "|"
                        + reply.observed().times())
                .containsExactlyElementsOf(plain.stream()
                        .map(row -> row.substring(0, row.lastIndexOf('|')))
                        .toList());
        assertThat(replies)
                .extracting(reply -> reply.observed().sources().getFirst().offset())
                .containsExactlyElementsOf(plain.stream()
                        .map(row -> Long.valueOf(
                                row.substring(row.lastIndexOf('{') + 1).split(",")[1]))
                        .toList());
    }

    @Test
    void letsTheServerKnowHowMuchLiesThere() {
        new ObservationStore(database).noteSizes(caseId);

        assertThat(numbers("SELECT reltuples::bigint FROM pg_class WHERE oid = 'message'::regclass")
                        .getFirst())
                .isEqualTo(3L * MESSAGES);
    }

    @Test
    void tellsRhythmAndTextsInOnePass() {
        List<Integer> groups = List.of(1, 3);
        SortedMap<Integer, GroupRhythm> rhythms = new TreeMap<>();
        List<String> texts = new ArrayList<>();
        NetworkStore store = new NetworkStore(database);
        Map<Integer, NetworkStore.StoredFile> files = store.files(caseId);

        store.forEachGroupMessage(caseId, groups, message -> {
            Long hour = message.hour();
            GroupRhythm rhythm = rhythms.computeIfAbsent(message.conversation(), ignored -> new GroupRhythm());
            if (hour != null) {
                rhythm.add(hour);
            }
            if (message.text() != null) {
                SourcePointer source = Objects.requireNonNull(
                                files.get(message.record().place()))
                        .at(message.record());
                texts.add(message.sender() + "|" + message.text() + "|" + source.item() + "|" + source.offset());
            }
        });

        assertThat(rhythms.keySet()).containsExactlyElementsOf(groups);
        rhythms.forEach((group, rhythm) -> {
            assertThat(rhythm.months()).isEqualTo(months(group)).isNotEmpty();
            assertThat(rhythm.hours()).isEqualTo(figures(group, "extract(hour FROM t)::int", 24));
            assertThat(rhythm.weekdays()).isEqualTo(figures(group, "extract(isodow FROM t)::int - 1", 7));
        });
        assertThat(texts)
                .containsExactlyElementsOf(rows("SELECT m.sender, m.body, p.item, m.source_offset FROM message m"
                        + " JOIN place p ON p.id = m.place WHERE m.sender IS NOT NULL AND m.kind = 'content'"
                        + " AND m.conversation IN (1, 3) ORDER BY m.number"));
    }

    private static SortedMap<YearMonth, Long> months(int group) {
        SortedMap<YearMonth, Long> months = new TreeMap<>();
        for (String row : rows(inZone(group, "extract(year FROM t)::int, extract(month FROM t)::int", "1, 2"))) {
            String[] parts = row.split("\\|");
            months.put(YearMonth.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])), Long.parseLong(parts[2]));
        }
        return months;
    }

    private static List<Long> figures(int group, String place, int size) {
        List<Long> figures = new ArrayList<>(Collections.nCopies(size, 0L));
        for (String row : rows(inZone(group, place, "1"))) {
            String[] parts = row.split("\\|");
            figures.set(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
        }
        return figures;
    }

    private static String inZone(int group, String columns, String grouped) {
        return "SELECT " + columns + ", count(*) FROM (SELECT coalesce(sent_at AT TIME ZONE '"
                + NetworkStore.RHYTHM_ZONE + "', local_at) AS t FROM message WHERE conversation = " + group
                + ") m WHERE t IS NOT NULL GROUP BY " + grouped + " ORDER BY " + grouped;
    }

    private static List<String> rows(String sql) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql(sql)
                        .query((row, number) -> joined(row))
                        .list());
    }

    private static String joined(ResultSet row) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            columns.add(String.valueOf(row.getString(i)));
        }
        return String.join("|", columns);
    }

    private static List<Long> numbers(String sql) {
        return rows(sql).stream().map(Long::valueOf).toList();
    }

    private static long count(Statement statement, String rows) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT count(*) FROM (" + rows + ") d")) {
            found.next();
            return found.getLong(1);
        }
    }

    private static void read(Random random) {
        database.inCase(caseId, () -> write(new ObservationWriter(database, caseId), random));
    }

    private static long write(ObservationWriter writer, Random random) {
        IntStream.range(0, MESSAGES).forEach(i -> writer.accept(message(random)));
        return writer.finish();
    }

    private static Observation.Message message(Random random) {
        int conversation = random.nextInt(CONVERSATIONS);
        int sender = random.nextInt(ACCOUNTS + 1);
        int number = random.nextInt(400);
        return new Observation.Message(
                new ConversationRef(
                        Platform.TELEGRAM, "chat" + conversation, "Chat " + conversation, ConversationType.GROUP),
                String.valueOf(number),
                sender == ACCOUNTS ? null : AccountRef.identified(Platform.TELEGRAM, "user" + sender, "User " + sender),
                time(random),
                random.nextInt(5) == 0 ? MessageKind.SYSTEM : MessageKind.CONTENT,
                "words " + number,
                null,
                List.of(),
                random.nextInt(4) == 0 ? String.valueOf(random.nextInt(400)) : null,
                number,
                new SourcePointer(
                        EvidenceId.of(Sha256Digest.of(new byte[] {(byte) random.nextInt(3)}), "a"),
                        "part-" + random.nextInt(2),
                        random.nextInt(5_000),
                        1 + random.nextInt(50)));
    }

    /** Times of every kind: known, local only, assumed, ambiguous, absent, and of a clock that no database holds. */
    private static SourceTime time(Random random) {
        Instant at = Instant.ofEpochSecond(random.nextInt(1_700_000_000), random.nextInt(1_000_000_000));
        LocalDateTime local = LocalDateTime.ofInstant(at, ZoneId.of("UTC"));
        return switch (random.nextInt(7)) {
            case 0 -> SourceTime.local("a", local);
            case 1 -> SourceTime.absent();
            case 2 -> SourceTime.ambiguous("1/2/24");
            case 3 -> SourceTime.assumed("b", local, ZoneId.of("Asia/Kuala_Lumpur"));
            case 4 -> SourceTime.unixMillis("c", 400_000_000_000_000L);
            default -> SourceTime.unixMillis("d", at.toEpochMilli());
        };
    }
}
