package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.app.host.ReportPdf;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonParser;
import suluh.core.disclosure.BundleLayout;

/** What people read in a bundle: nothing found is missing in it, in either language, and its pages last. */
class DocumentsTest {
    private static final long MAX_REPORT_BYTES = 5L << 20;

    @TempDir
    private static Path folder;

    private static Path bundle;
    private static JsonObject findings;

    @BeforeAll
    static void assembleABundle() throws Exception {
        bundle = folder.resolve("bundle");
        try (House house = SmallHouse.open(folder.resolve("data"))) {
            SmallHouse.probe(house, SmallHouse.synthetic(folder.resolve("synthetic"), 2_000), bundle);
        }
        findings = JsonParser.parseObject(Files.readAllBytes(bundle.resolve(BundleLayout.FINDINGS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ms"})
    void everyFindingIsInTheTextOfTheReport(String language) throws Exception {
        byte[] pdf = Files.readAllBytes(bundle.resolve(BundleLayout.courtPdf(language)));
        String text = flat(text(pdf));
        String html = flat(Files.readString(bundle.resolve(BundleLayout.courtHtml(language))));

        assertThat(pdf.length).isLessThan((int) MAX_REPORT_BYTES);
        List<String> names = names();
        assertThat(names).hasSizeGreaterThan(10);
        try (ReportPdf fonts = ReportPdf.open()) {
            for (String name : names) {
                assertThat(text.contains(flat(shown(name, fonts::isDrawable))))
                        .as(name)
                        .isTrue();
                assertThat(html.contains(flat(name.replace("&", "&amp;").replace("'", "&#39;"))))
                        .as(name)
                        .isTrue();
            }
        }
        for (int number = 1; number <= names.size(); number++) {
            assertThat(text.contains("F-" + number)).as("F-" + number).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ms"})
    void eachPageBearsItsNumberAndTheDigestOfWhatIsDescribed(String language) throws Exception {
        String html = Files.readString(bundle.resolve(BundleLayout.courtHtml(language)));
        String digest = html.replaceFirst("(?s).*name=\"keywords\" content=\"([0-9a-f]{64})\".*", "$1");
        for (String path : List.of(BundleLayout.courtPdf(language), BundleLayout.certificates(language))) {
            try (PDDocument document = Loader.loadPDF(bundle.resolve(path).toFile())) {
                PDFTextStripper stripper = new PDFTextStripper();
                for (int page = 1; page <= document.getNumberOfPages(); page++) {
                    stripper.setStartPage(page);
                    stripper.setEndPage(page);
                    assertThat(stripper.getText(document)).contains(digest, page + " / " + document.getNumberOfPages());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"data/report.pdf", "data/report-ms.pdf", "data/certificates-en.pdf", "data/certificates-ms.pdf"})
    void isTaggedArchivableAndHoldsItsFonts(String path) throws Exception {
        try (PDDocument document = Loader.loadPDF(bundle.resolve(path).toFile())) {
            var catalog = document.getDocumentCatalog();
            String metadata = new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8);

            assertThat(document.isEncrypted()).isFalse();
            assertThat(metadata).containsPattern("pdfaid:part(>|=\")2").containsPattern("pdfaid:conformance(>|=\")A");
            assertThat(metadata).containsPattern("pdfuaid:part(>|=\")1");
            assertThat(catalog.getOutputIntents()).isNotEmpty();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot()).isNotNull();
            assertThat(catalog.getLanguage()).isEqualTo(path.contains("ms") ? "ms" : "en");
            assertThat(catalog.getCOSObject().containsKey(COSName.getPDFName("OpenAction")))
                    .isFalse();
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
        }
    }

    @Test
    void schedulesListEveryItemAndWhatMayHelpTheDefence() throws Exception {
        JsonObject schedules = JsonParser.parseObject(Files.readAllBytes(bundle.resolve(BundleLayout.SCHEDULES)));
        List<String> grounds = schedules.objects("unused").stream()
                .map(line -> line.textOrEmpty("ground"))
                .distinct()
                .toList();

        assertThat(schedules.objects("exhibits"))
                .isNotEmpty()
                .allSatisfy(exhibit -> assertThat(exhibit.objects("custody")).isNotEmpty());
        assertThat(grounds).contains("against-a-link", "time-not-sure", "background");
        assertThat(schedules.objects("unused").getLast().textOrEmpty("ground")).isEqualTo("background");
        String english = Files.readString(bundle.resolve(BundleLayout.schedulesHtml("en")));
        assertThat(english).contains("U-" + schedules.objects("unused").size());
    }

    @Test
    void draftsAreFilledAndNotSigned() throws Exception {
        String english = flat(text(Files.readAllBytes(bundle.resolve(BundleLayout.certificates("en")))));
        String malay = flat(text(Files.readAllBytes(bundle.resolve(BundleLayout.certificates("ms")))));

        for (String phrase : List.of("DRAFT, NOT SIGNED", "s. 90A(2)", "It proves:", "It does not prove:", "E-1")) {
            assertThat(english.contains(flat(phrase))).as(phrase).isTrue();
        }
        for (String phrase : List.of("DRAF, BELUM DITANDATANGANI", "Ia tidak membuktikan:")) {
            assertThat(malay.contains(flat(phrase))).as(phrase).isTrue();
        }
    }

    /** Names under which findings stand, in their order. */
    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (String list : List.of("conversations", "accounts", "actors", "groups")) {
            for (JsonObject one : findings.objects(list)) {
                String name = one.textOrEmpty("name");
                names.add(
                        !name.isEmpty()
                                ? name
                                : list.equals("actors") ? one.textOrEmpty("id") : one.textOrEmpty("key"));
            }
        }
        return names;
    }

    /** As the text layer has it: Tamil is a picture with its text beside it. */
    private static String shown(String text, IntPredicate isDrawable) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .filter(point -> Character.UnicodeScript.of(point) != Character.UnicodeScript.TAMIL)
                .forEach(point -> out.append(
                        isDrawable.test(point)
                                ? Character.toString(point)
                                : String.format(Locale.ROOT, "U+%04X", point)));
        return out.toString();
    }

    /** Without spaces, line ends and brackets, which pages break differently. */
    private static String flat(String text) {
        return text.replaceAll("[\\s\\[\\]]+", "");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
