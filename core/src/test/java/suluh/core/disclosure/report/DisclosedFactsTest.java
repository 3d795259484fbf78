package suluh.core.disclosure.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import suluh.core.casework.Authority;
import suluh.core.casework.LegalSource;
import suluh.core.casework.Mandate;
import suluh.core.casework.Offence;
import suluh.core.casework.Wording;
import suluh.core.disclosure.ReportHeading;
import suluh.core.disclosure.redaction.DisclosedRecord;
import suluh.core.disclosure.redaction.Identifiers;
import suluh.core.disclosure.redaction.NameIndex;
import suluh.core.disclosure.redaction.Placeholder;
import suluh.core.disclosure.redaction.RedactionKind;
import suluh.core.disclosure.redaction.Redactor;
import suluh.core.disclosure.redaction.Salts;
import suluh.core.disclosure.selection.Edition;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;

/** A report of a disclosure says what its records say, and in the redacted edition nothing that they hide. */
class DisclosedFactsTest {
    private static final Sha256Digest DIGEST = Sha256Digest.of(new byte[] {1});
    private static final String ITEM = EvidenceId.of(DIGEST, "chat.json").value();
    private static final String GROUP = "telegram:g1";

    private final List<DisclosedRecord> full = new ArrayList<>();
    private final List<DisclosedRecord> redacted = new ArrayList<>();
    private final Redactor redactor;

    DisclosedFactsTest() {
        NameIndex names = new NameIndex();
        names.add("Melati", new Placeholder(RedactionKind.CHILD, 1));
        this.redactor = new Redactor(names, new Identifiers(Set.of()), new Salts(new byte[32], "dp-1"));
        add(
                "disclosure",
                Map.of("disclosure", "dp-1", "purpose", "for the court", "recipient", "High Court"),
                Map.of());
        add(
                "exclusion",
                Map.of("reason", "legal-privilege", "what", "conversation", "key", "x:9"),
                Map.of("messages", 4L));
        add(
                "item",
                Map.of("item", ITEM, "name", "chat.json", "sha256", DIGEST.hex(), "bytes", "in-full-bundle"),
                Map.of("sizeBytes", 900L));
        add(
                "reading",
                Map.of("item", ITEM),
                Map.of("files-read", 3L, "files-not-understood", 1L, "records-seen", 9L, "records-read", 9L));
        add("file", Map.of("item", ITEM, "path", "Melati.bin", "fate", "not-understood", "why", "no reader"), Map.of());
        add("conversation", Map.of("key", GROUP, "name", "a group", "platform", "telegram", "type", "group"), Map.of());
        account("telegram:s", "Subject", Map.of());
        Map<String, Placeholder> child =
                Map.of("key", new Placeholder(RedactionKind.CHILD, 1), "name", new Placeholder(RedactionKind.CHILD, 1));
        account("telegram:m", "Melati", child);
        member("telegram:s", "administrator", Map.of());
        member("telegram:m", "member", Map.of("account", new Placeholder(RedactionKind.CHILD, 1)));
        add("assessment", Map.of("conversation", GROUP, "band", "look-now"), Map.of("scorePerMille", 910L));
        add(
                "cue",
                Map.of("conversation", GROUP, "code", "secrecy", "item", ITEM, "path", ""),
                Map.of("offset", 40L, "length", 20L));
        message("telegram:s", "tell nobody, Melati", "2024-05-01T10:00:00Z", 40);
        message("telegram:s", "another line", "2024-05-01T10:01:00Z", 60);
    }

    @Test
    void saysWhatTheRecordsSay() {
        String page = page(Edition.FULL, full, "en");

        assertThat(page)
                .contains("dp-1, full edition", "High Court", "legal-privilege")
                .contains("“telegram:s: tell nobody, Melati” ", "record 13; E-1, 40 + 20; 2024-05-01T10:00:00Z")
                .contains("2 messages", "Of 4 files, 3 were read")
                .contains("Melati.bin")
                .contains("3 accounts and groups, tied by 2 ties")
                .contains("<svg ")
                .contains("administrator")
                .doesNotContain("findings.json", "suggested", "No list knows");
    }

    @Test
    void saysInTheRedactedEditionNothingThatIsHidden() {
        for (String language : List.of("en", "ms")) {
            String page = page(Edition.REDACTED, redacted, language);

            assertThat(page)
                    .doesNotContainIgnoringCase("melati")
                    .doesNotContain("telegram:m")
                    .contains("tell nobody, ⟦child 1⟧", "⟦child 1⟧.bin", "telegram:s");
        }
    }

    @Test
    void printsPlaceholdersWithBracketsThatAFontHas() {
        String page = CourtReport.forPrint(facts(Edition.REDACTED, redacted), "en", codePoint -> codePoint < 0x2100);

        assertThat(page).contains("tell nobody, [[child 1]]").doesNotContain("U+27E6", "⟦");
    }

    @Test
    void tellsNoScoreWhereATimeWasSelected() {
        full.set(
                0,
                new DisclosedRecord(
                        1,
                        "disclosure",
                        new TreeMap<>(Map.of("disclosure", "dp-1", "from", "2024-01-01T00:00:00Z")),
                        new TreeMap<>()));
        full.removeIf(
                record -> record.kind().equals("assessment") || record.kind().equals("cue"));

        assertThat(page(Edition.FULL, full, "en"))
                .contains("no end", "so none is told here")
                .doesNotContain("should look at now");
    }

    @Test
    void namesAnItemWhoseIdIsHiddenByItsExhibitOnly() {
        String hidden = "⟦item 1⟧";
        List<DisclosedRecord> records = full.stream()
                .map(record -> {
                    TreeMap<String, String> texts = new TreeMap<>(record.texts());
                    texts.replace("item", ITEM, hidden);
                    return record.with(texts);
                })
                .toList();

        assertThat(page(Edition.REDACTED, records, "en"))
                .contains("E-1, 40 + 20")
                .doesNotContain(ITEM);
    }

    private void account(String key, String name, Map<String, Placeholder> hidden) {
        add("account", Map.of("key", key, "name", name, "platform", "telegram"), Map.of(), hidden);
    }

    private void member(String account, String role, Map<String, Placeholder> hidden) {
        add(
                "membership",
                Map.of("account", account, "conversation", GROUP, "role", role, "item", ITEM, "path", ""),
                Map.of("offset", 0L, "length", 10L),
                hidden);
    }

    private void message(String sender, String text, String at, long offset) {
        add(
                "message",
                Map.of("conversation", GROUP, "sender", sender, "text", text, "sentAt", at, "item", ITEM, "path", ""),
                Map.of("offset", offset, "length", 20L));
    }

    private void add(String kind, Map<String, String> texts, Map<String, Long> figures) {
        add(kind, texts, figures, Map.of());
    }

    private void add(
            String kind, Map<String, String> texts, Map<String, Long> figures, Map<String, Placeholder> hidden) {
        DisclosedRecord record =
                new DisclosedRecord(full.size() + 1L, kind, new TreeMap<>(texts), new TreeMap<>(figures));
        full.add(record);
        redacted.add(redactor.redact(record, hidden).record());
    }

    private static String page(Edition edition, List<DisclosedRecord> records, String language) {
        return CourtReport.html(facts(edition, records), language);
    }

    private static ReportFacts facts(Edition edition, List<DisclosedRecord> records) {
        DisclosedFacts facts = new DisclosedFacts(edition);
        records.forEach(facts::add);
        LocalDate day = LocalDate.parse("2026-11-01");
        LegalSource source = new LegalSource("an Act, s. 1", day, true);
        Mandate mandate = new Mandate(
                "1",
                new Offence("X-1", Wording.same("an offence"), source),
                new Authority("X-2", Wording.same("a power"), day, null, source, Set.of(), false),
                day);
        return facts.facts(
                new ReportHeading(
                        "SU-2026-0001",
                        mandate,
                        "Agency of tests",
                        Instant.parse("2026-11-24T08:00:00Z"),
                        "Suluh test"),
                DIGEST,
                code -> code.substring(code.lastIndexOf('.') + 1));
    }
}
