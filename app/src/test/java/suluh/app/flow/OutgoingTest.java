package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.flow.LogDisclosure.Handing;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.WriteTipReport.Wanted;
import suluh.app.flow.WriteTipReport.Written;
import suluh.app.host.InputFiles;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.PersonInCharge;
import suluh.core.casework.Role;
import suluh.core.casework.request.SixItems;
import suluh.core.disclosure.schedule.DisclosureLine;
import suluh.core.disclosure.schedule.DisclosureLine.Kind;
import suluh.core.kernel.ErrorCode;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.EntryKind;
import suluh.exports.cybertip.IncidentType;
import suluh.exports.cybertip.TipReport.Filer;

/** Reports for a clearing house, referrals and the log of who received what, over the real database. */
class OutgoingTest {
    private static final SixItems SIX =
            new SixItems("The agency", "Child grooming", "Messages of a group", "A platform", "May be deleted", "Yes");
    private static final Handing HOTLINE = new Handing(Kind.TIP_REPORT, "A hotline", "to be filed");

    @TempDir
    private static Path folder;

    private static House house;
    private static OpenedCase opened;

    @BeforeAll
    static void probeASyntheticCase() throws Exception {
        house = SmallHouse.open(folder.resolve("data"));
        Acting acting = SmallHouse.person(
                house, "d11", "one", Set.of(Role.SUPERVISOR), "a long enough password", word -> "hash");
        opened = SmallHouse.done(new OpenCase(house).run(acting, "MY-792-12", "MY-593-116B"));
        Path input = SmallHouse.synthetic(folder.resolve("synth"), 3_000);
        SmallHouse.done(new ProbeInput(house)
                .run(Outcome.done(opened), InputFiles.below(List.of(input)), null, null, Progress.SILENT));
    }

    @AfterAll
    static void close() throws IOException {
        house.close();
    }

    @Test
    void writesTheConversationsToLookAtNowAndLogsForWhom() {
        Written written = SmallHouse.done(tip(wanted(IncidentType.ENTICEMENT.words(), false), HOTLINE));
        String xml = new String(written.xml(), StandardCharsets.UTF_8);

        assertThat(written.conversations()).isPositive();
        assertThat(written.accounts()).isPositive();
        assertThat(xml).contains("<caseNumber>" + opened.number(), "<lastName>Kumar", "ev-");
        DisclosureLine line = lines().stream()
                .filter(one -> one.sha256().equals(Sha256Digest.of(written.xml())))
                .findFirst()
                .orElseThrow();
        assertThat(line.recipient()).isEqualTo("A hotline");
    }

    @Test
    void theLedgerBindsTheLineAndNamesNobody() {
        DisclosureLine line = SmallHouse.done(new LogDisclosure(house)
                .add(opened, new Handing(Kind.OTHER, "The court", "a hearing"), "ab".repeat(32)));
        var entry = house.ledger().partsOf(opened.number(), house.ledger().integrate()).stream()
                .map(suluh.core.disclosure.LedgerPart::entry)
                .filter(one -> one.kind() == EntryKind.DISCLOSURE_LOGGED
                        && line.name().equals(one.subject().get("line")))
                .findFirst()
                .orElseThrow();

        assertThat(entry.digests()).containsEntry("recipient", line.commitment());
        assertThat(new String(entry.leaf(), StandardCharsets.UTF_8)).doesNotContain("court", line.salt());
    }

    @Test
    void leavesChildrenOutUnlessTheirMaskWasLifted() {
        int child = firstWriter();
        SmallHouse.done(new ProtectChild(house).mark(opened, child));
        String name = String.valueOf(
                house.observations().accounts(opened.id()).get(child - 1).name());

        String masked = xml(false);
        String stillMasked = xml(true);
        SmallHouse.approve(house, opened, Act.UNMASK_CHILD, ProtectChild.subject(child));
        SmallHouse.done(new ProtectChild(house).unmask(opened, child));
        String named = xml(true);
        SmallHouse.done(new ProtectChild(house).lift(opened, child));

        assertThat(masked).doesNotContain(name, "<victim>").contains("left out: 1");
        assertThat(stillMasked).doesNotContain(name, "<victim>");
        assertThat(named).contains("<victim>", "<displayName>" + name);
    }

    @Test
    void refusesWhatIsIncompleteAndWritesNothing() {
        int before = lines().size();

        assertThat(code(tip(wanted("Something else", false), HOTLINE))).isEqualTo(CaseworkCode.DISCLOSURE_INCOMPLETE);
        assertThat(code(tip(wanted(IncidentType.ENTICEMENT.words(), false), new Handing(Kind.TIP_REPORT, " ", "why"))))
                .isEqualTo(CaseworkCode.DISCLOSURE_INCOMPLETE);
        assertThat(code(tip(
                        new Wanted(
                                IncidentType.ENTICEMENT.words(),
                                Set.of("telegram:none"),
                                new Filer("", "Kumar", ""),
                                "",
                                "",
                                false),
                        HOTLINE)))
                .isEqualTo(CaseworkCode.FINDINGS_MISSING);
        assertThat(lines()).hasSize(before);
    }

    @Test
    void refersTheCaseWithSixItemsInBothLanguages() throws Exception {
        Handing abroad = new Handing(Kind.REFERRAL, "An agency abroad", "the accounts are there");
        var made = SmallHouse.done(new ReferCase(house)
                .run(
                        opened,
                        new ReferCase.Wish("Singapore", SIX, wanted(IncidentType.ENTICEMENT.words(), false)),
                        abroad));
        Map<String, byte[]> files = unzipped(made.zip());

        assertThat(files.keySet())
                .containsExactly("cybertip.xml", "referral-en.pdf", "referral-ms.pdf", "referral.json");
        String twin = new String(bytes(files, "referral.json"), StandardCharsets.UTF_8);
        assertThat(twin)
                .contains(
                        Sha256Digest.of(bytes(files, "cybertip.xml")).hex(),
                        "\"d\":\"A platform\"",
                        "\"country\":\"Singapore\"");
        for (String language : SendRequest.LANGUAGES) {
            String text = text(bytes(files, "referral-" + language + ".pdf"));
            assertThat(text).contains(SIX.byLetter().values()).contains("Singapore", "An agency abroad");
        }
        assertThat(code(new ReferCase(house)
                        .run(
                                opened,
                                new ReferCase.Wish(
                                        "Singapore",
                                        new SixItems("", "b", "c", "d", "e", "f"),
                                        wanted(IncidentType.ENTICEMENT.words(), false)),
                                abroad)))
                .isEqualTo(CaseworkCode.REQUEST_INCOMPLETE);
    }

    @Test
    void keepsPersonsInChargeOfTheOwnAgencyAndEndsThem() {
        Acting administrator = SmallHouse.person(
                house, "d11", "keeper", Set.of(Role.ADMINISTRATOR), "a long enough password", word -> "hash");
        KeepCharges charges = new KeepCharges(house);
        PersonInCharge person = new PersonInCharge(
                0,
                "d11",
                "Import server",
                "sealing and reading",
                "Officer A",
                "Inspector",
                PersonInCharge.Basis.OPERATION,
                LocalDate.parse("2026-01-01"),
                null);

        int id = SmallHouse.done(charges.add(administrator, person));
        SmallHouse.done(charges.end(administrator, id));

        assertThat(SmallHouse.done(charges.all(administrator)))
                .singleElement()
                .satisfies(kept -> assertThat(kept.until()).isNotNull());
        assertThat(code(charges.end(administrator, id))).isEqualTo(CaseworkCode.CHARGE_INCOMPLETE);
    }

    private static Outcome<Written> tip(Wanted wanted, Handing handing) {
        return new WriteTipReport(house).run(opened, wanted, handing);
    }

    private static String xml(boolean withChildren) {
        return new String(
                SmallHouse.done(tip(wanted(IncidentType.ENTICEMENT.words(), withChildren), HOTLINE))
                        .xml(),
                StandardCharsets.UTF_8);
    }

    private static Wanted wanted(String type, boolean withChildren) {
        return new Wanted(type, Set.of(), new Filer("Devi", "Kumar", "devi@example.org"), "", "", withChildren);
    }

    private static List<DisclosureLine> lines() {
        return SmallHouse.done(new LogDisclosure(house).all(opened));
    }

    /** A named account that wrote in a conversation to look at now. */
    private static int firstWriter() {
        CaseMaterial material = new CaseMaterial(house.observations(), opened.id());
        int conversation =
                ConversationFindings.of(house, opened).all().keySet().iterator().next();
        return material.ties().stream()
                .filter(tie -> tie.conversation() == conversation
                        && material.account(tie.account()).name() != null)
                .findFirst()
                .orElseThrow()
                .account();
    }

    private static byte[] bytes(Map<String, byte[]> files, String name) {
        byte[] bytes = files.get(name);
        assertThat(bytes).as(name).isNotNull();
        return bytes == null ? new byte[0] : bytes;
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static ErrorCode code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.refusal().code() : CaseworkCode.CASE_UNKNOWN;
    }
}
