package suluh.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import suluh.core.ledger.EntryKind;

/** Whatever a person reads on a page stands in both languages, and in the message files only. */
class MessagesTest {
    private static final String RESOURCES = "app/src/main/resources/";
    /** A message named whole; those put together of parts are met by the walks, which look for "??". */
    private static final Pattern KEY = Pattern.compile("#\\{([a-z0-9.-]+)[}(]");

    private static final Pattern ELEMENT =
            Pattern.compile("<([a-zA-Z:]+)((?:\"[^\"]*\"|'[^']*'|[^\"'>])*)>([^<]*\\p{L}{2}[^<]*)<");
    private static final Pattern FILLED = Pattern.compile("th:(?:text|utext|replace|insert)=");
    /** Names that are the same in every language. */
    private static final Set<String> NAMES = Set.of(
            "Suluh",
            "MCMC",
            "SHA-256",
            "SHA-1",
            "MD5",
            "PDQ",
            "Bahasa Melayu",
            "English",
            "GraphML",
            "CSV",
            "PNG",
            "SVG");

    @Test
    void everyMessageStandsInBothLanguages() throws IOException {
        Set<String> english = keys("messages.properties");
        Set<String> malay = keys("messages_ms.properties");

        assertThat(malay).as("keys of messages_ms.properties").isEqualTo(english);
    }

    @Test
    void everyKindOfLedgerEntryHasWords() throws IOException {
        assertThat(keys("messages.properties"))
                .containsAll(Stream.of(EntryKind.values())
                        .map(kind -> "act." + kind.wire())
                        .toList());
    }

    @Test
    void everyMessageThatATemplateNamesExists() throws IOException {
        Set<String> known = keys("messages.properties");
        List<String> missing = new ArrayList<>();
        for (Path template : templates()) {
            Matcher matcher = KEY.matcher(Files.readString(template));
            while (matcher.find()) {
                if (!known.contains(matcher.group(1))) {
                    missing.add(matcher.group(1) + " in " + template.getFileName());
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void noTemplateHasWordsOfItsOwn() throws IOException {
        List<String> literal = new ArrayList<>();
        for (Path template : templates()) {
            Matcher matcher = ELEMENT.matcher(Files.readString(template));
            for (int at = 0; matcher.find(at); at = matcher.end() - 1) {
                String text = matcher.group(3).strip();
                boolean isFilled = FILLED.matcher(matcher.group(2)).find();
                if (!isFilled && !NAMES.contains(text)) {
                    literal.add(template.getFileName() + ": " + text);
                }
            }
        }

        assertThat(literal).isEmpty();
    }

    private static Set<String> keys(String file) throws IOException {
        Properties messages = new Properties();
        messages.load(new StringReader(SourceTree.text(RESOURCES + file)));
        return new TreeSet<>(messages.stringPropertyNames());
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.list(SourceTree.root().resolve(RESOURCES + "templates"))) {
            return files.filter(path -> path.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }
}
