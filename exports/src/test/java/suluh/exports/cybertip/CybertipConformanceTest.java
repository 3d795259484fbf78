package suluh.exports.cybertip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import suluh.core.observation.FileFate;
import suluh.core.observation.Observation;
import suluh.exports.BytesFile;
import suluh.exports.GoldenCase;
import suluh.exports.Read;

/** Compares the form with the schema itself, and verdicts on third-party and own samples with those of the JDK's validator. */
@Tag("conformance")
class CybertipConformanceTest {
    private static final Path FOLDER = Path.of(System.getProperty("suluh.shared.data", ""), "cybertip");
    private static final String XSD = XMLConstants.W3C_XML_SCHEMA_NS_URI;
    private static final Pattern SNAPSHOT = Pattern.compile("^\"(<.*>)\"$", Pattern.MULTILINE);

    @BeforeEach
    void needsTheSamples() {
        assumeTrue(Files.isDirectory(FOLDER), "did not run: no folder of third-party samples at " + FOLDER);
    }

    @Test
    void theFormHoldsEveryElementAndWordOfTheSchema() throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Element schema = factory.newDocumentBuilder()
                .parse(FOLDER.resolve("cyber_tipline.xsd").toFile())
                .getDocumentElement();

        Map<String, List<String>> elements = new TreeMap<>();
        Map<String, List<String>> words = new TreeMap<>();
        for (Element top : children(schema)) {
            if (top.getLocalName().equals("simpleType")
                    && !all(top, "enumeration").isEmpty()) {
                words.put(top.getAttribute("name"), sorted(all(top, "enumeration"), "value"));
            } else if (!all(top, "element").isEmpty()) {
                elements.put(top.getAttribute("name"), sorted(elementsOf(top), "name", "ref"));
            }
        }

        Map<String, List<String>> ownElements = new TreeMap<>();
        Form.CYBERTIP.types().forEach((name, type) -> {
            if (!type.places().isEmpty() && !name.startsWith("filesIn")) {
                ownElements.put(
                        name,
                        type.places().stream()
                                .flatMap(place -> place.types().keySet().stream())
                                .sorted()
                                .toList());
            }
        });
        Map<String, List<String>> ownWords = new TreeMap<>();
        Form.CYBERTIP
                .words()
                .forEach((name, list) ->
                        ownWords.put(name, list.stream().sorted().toList()));
        elements.replaceAll((name, list) -> like(list, ownElements.getOrDefault(name, List.of())));
        words.replaceAll((name, list) -> like(list, ownWords.getOrDefault(name, List.of())));
        assertThat(ownElements).isEqualTo(elements);
        assertThat(ownWords).isEqualTo(words);
    }

    @Test
    void everySampleIsReadAndFoundValidWhenTheSchemaSaysSo() throws IOException, SAXException {
        Schema schema = SchemaFactory.newInstance(XSD)
                .newSchema(FOLDER.resolve("cyber_tipline.xsd").toFile());

        Map<String, String> samples = samples();

        assertThat(samples).hasSizeGreaterThan(10);
        samples.forEach((name, xml) -> {
            boolean valid = isValid(schema, xml);
            Read read = Read.of(BytesFile.of(name + ".xml", xml));
            List<String> departures = read.alarms().stream()
                    .filter(code -> code.equals("SCHEMA_BROKEN") || code.equals("KEY_UNKNOWN"))
                    .toList();

            assertThat(departures.isEmpty()).as("%s: %s", name, departures).isEqualTo(valid);
        });
    }

    @Test
    void whatIsWrittenIsValidByTheSchema() throws SAXException {
        Schema schema = SchemaFactory.newInstance(XSD)
                .newSchema(FOLDER.resolve("cyber_tipline.xsd").toFile());

        for (TipReport report : List.of(TipReports.full(), TipReports.least())) {
            String xml = new String(TipXml.bytes(report), StandardCharsets.UTF_8);

            assertThat(isValid(schema, xml)).as(xml).isTrue();
            assertThat(isValid(schema, xml.replace("reporter>", "sender>"))).isFalse();
        }
    }

    @Test
    void readsWhatTheSamplesSay() throws IOException {
        Map<String, String> samples = samples();
        String full = samples.get("buildReport.snapshot 0");

        Read read = Read.of(BytesFile.of("report.xml", String.valueOf(full)));

        assertThat(read.reading().fate()).isEqualTo(FileFate.READ);
        assertThat(read.reading().recordsRead()).isEqualTo(11);
        assertThat(read.all(Observation.Account.class)).hasSize(3);
        assertThat(read.all(Observation.Login.class))
                .extracting(Observation.Login::address)
                .containsExactly("192.168.1.100");
        assertThat(read.all(Observation.Report.class)).hasSize(1);
        String details = samples.get("buildSubmitFileDetails.snapshot 0");
        Read file = Read.of(BytesFile.of("details.xml", String.valueOf(details)));
        assertThat(file.all(Observation.Hash.class))
                .extracting(Observation.Hash::algorithm)
                .containsExactly("SHA1", "MD5", "PhotoDNA");
        assertThat(file.alarms()).containsExactly("DIGEST_MALFORMED");
    }

    /** Third-party samples, our own, and mutations of them that change elements, values and order. */
    private static Map<String, String> samples() throws IOException {
        Map<String, String> samples = new LinkedHashMap<>();
        for (String name : List.of("buildReport.snapshot", "buildSubmitFileDetails.snapshot")) {
            Matcher matcher =
                    SNAPSHOT.matcher(Files.readString(FOLDER.resolve("samples").resolve(name)));
            for (int i = 0; matcher.find(); i++) {
                samples.put(
                        name + " " + i, matcher.group(1).replace("\\\\\"", "\"").replace("\\\"", "\""));
            }
        }
        for (GoldenCase golden : GoldenCase.all()) {
            if (golden.folder().toString().contains("cybertip-xml")) {
                for (BytesFile file : golden.files()) {
                    samples.put(golden + " " + file.itemName(), new String(file.bytes(), StandardCharsets.UTF_8));
                }
            }
        }
        Map<String, String> changed = new LinkedHashMap<>(samples);
        samples.forEach((name, xml) -> {
            changed.put(name + ", another time", xml.replace("DateTime>2024-", "DateTime>2024/"));
            changed.put(name + ", no reporter", xml.replaceAll("(?s)<reporter>.*</reporter>", ""));
            changed.put(name + ", another element", xml.replace("screenName>", "screenNames>"));
            changed.put(name + ", another truth", xml.replace(">true<", ">yes<"));
            changed.put(name + ", another type", xml.replace("hashType=", "hashKind="));
            changed.put(name + ", a month 13", xml.replace("2024-01-", "2024-13-"));
        });
        return changed;
    }

    private static boolean isValid(Schema schema, String xml) {
        try {
            schema.newValidator().validate(new StreamSource(new StringReader(xml)));
            return true;
        } catch (SAXException e) {
            return false;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The schema's words in the form in which sensitive ones stand in the own list. */
    private static List<String> like(List<String> words, List<String> own) {
        return words.stream()
                .map(word -> own.contains(word) ? word : Form.digested(word))
                .sorted()
                .toList();
    }

    private static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    private static List<Element> all(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        var nodes = parent.getElementsByTagNameNS(XSD, name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    /** Elements of a type itself, not of a type inside it. */
    private static List<Element> elementsOf(Element type) {
        return all(type, "element").stream()
                .filter(element -> {
                    int types = 0;
                    for (Node node = element.getParentNode(); !node.isSameNode(type); node = node.getParentNode()) {
                        types += "complexType".equals(node.getLocalName()) ? 1 : 0;
                    }
                    return types == (type.getLocalName().equals("element") ? 1 : 0);
                })
                .toList();
    }

    private static List<String> sorted(List<Element> elements, String... attributes) {
        return elements.stream()
                .map(element -> Stream.of(attributes)
                        .map(element::getAttribute)
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(""))
                .sorted()
                .toList();
    }
}
