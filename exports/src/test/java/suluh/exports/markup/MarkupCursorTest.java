package suluh.exports.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.exports.markup.MarkupCursor.Token;

class MarkupCursorTest {
    private static final String[] PIECES = {
        "<div>",
        "</div>",
        "<p class=\"a b\">",
        "</p>",
        "<br>",
        "<br/>",
        "text",
        "caf\u00e9 ",
        "&amp;",
        "&eacute;",
        "&#233;",
        "&#xe9;",
        "&nosuch;",
        "&copy2024",
        "<!-- <div> -->",
        "<a href='x?a=1&amp;b=2'>",
        "</a>",
        "< ",
        "<3",
        "\u0e2a\u0e27\u0e31\u0e2a",
        "<b>",
        "</b>",
        "\n",
        "<img src=x>",
        "\ud83d\ude00",
        "<title>a<b>&lt;</title>",
        "<span title=\">\">",
        "</span>"
    };

    @Test
    void knowsAtWhichByteEveryTokenStands() {
        String page = "<!DOCTYPE html><P>caf\u00e9</p><!-- x --><br>\ud83d\ude00<a href=\"#\">y</a>";

        assertThat(tokens(page))
                .containsExactly(
                        "START p <P>",
                        "TEXT caf\u00e9 caf\u00e9",
                        "END p </p>",
                        "START br <br>",
                        "END br <br>",
                        "TEXT \ud83d\ude00 \ud83d\ude00",
                        "START a <a href=\"#\">",
                        "TEXT y y",
                        "END a </a>");
    }

    @Test
    void passesOverScriptsAndStylesAndReadsTitlesAsText() {
        String page =
                "<script>if (a < b) '<p>'</script ><style>p{}</style><title>a <b> &lt;c</title><iframe><p></iframe>x";

        assertThat(tokens(page))
                .containsExactly(
                        "START script <script>",
                        "END script </script >",
                        "START style <style>",
                        "END style </style>",
                        "START title <title>",
                        "TEXT a <b> <c a <b> &lt;c",
                        "END title </title>",
                        "START iframe <iframe>",
                        "END iframe </iframe>",
                        "TEXT x x");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "&lt;b&gt;      | <b>",
                "&copy2024      | \u00a92024",
                "&notin;        | \u2209",
                "&unknown;      | &unknown;",
                "&#0;           | \ufffd",
                "&#xD800;       | \ufffd",
                "&#99999999999; | \ufffd",
                "&#150;         | \u2013",
                "&#;            | &#;",
                "&              | &",
            })
    void replacesReferencesAndLeavesWhatIsNone(String written, String shown) {
        assertThat(CharacterReferences.decoded(written)).isEqualTo(shown);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void seesTheWordsThatAnotherParserSees(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            StringBuilder page = new StringBuilder("<html><body>");
            for (int i = random.nextInt(20); i >= 0; i--) {
                page.append(PIECES[random.nextInt(PIECES.length)]);
            }
            String whole = page.toString();

            String theirs = Jsoup.parse(whole, "", Parser.htmlParser()).wholeText();

            assertThat(words(whole)).as(whole).isEqualTo(theirs.replaceAll("\\s+", ""));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void givesTokensInOrderForAnyBytes(long seed) throws IOException {
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            for (int i = 0; i < bytes.length; i += 1 + random.nextInt(4)) {
                bytes[i] = (byte) "<>/='\"!-[]&;ab ?".charAt(random.nextInt(16));
            }
            long last = 0;
            try (MarkupCursor cursor = cursor(bytes)) {
                for (Token token = cursor.next(); token != null; token = cursor.next()) {
                    assertThat(cursor.start()).isBetween(0L, cursor.end());
                    assertThat(cursor.end()).isBetween(last, (long) bytes.length);
                    last = cursor.end();
                }
            }
        }
    }

    @Test
    void givesALongTextInPiecesThatEndBetweenCharacters() throws IOException {
        String text = "\u0e2a".repeat(MarkupCursor.MAX_TEXT_BYTES);
        StringBuilder found = new StringBuilder();
        int pieces = 0;
        try (MarkupCursor cursor = cursor(text.getBytes(StandardCharsets.UTF_8))) {
            for (Token token = cursor.next(); token != null; token = cursor.next()) {
                found.append(cursor.text());
                pieces++;
            }
        }

        assertThat(pieces).isBetween(3, 4);
        assertThat(found.toString()).isEqualTo(text);
    }

    private static List<String> tokens(String markup) {
        byte[] bytes = markup.getBytes(StandardCharsets.UTF_8);
        List<String> found = new ArrayList<>();
        try (MarkupCursor cursor = cursor(bytes)) {
            for (Token token = cursor.next(); token != null; token = cursor.next()) {
                int start = Math.toIntExact(cursor.start());
                String raw = new String(bytes, start, Math.toIntExact(cursor.end()) - start, StandardCharsets.UTF_8);
                found.add(token + " " + (token == Token.TEXT ? cursor.text() : cursor.name()) + " " + raw);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static String words(String page) {
        StringBuilder out = new StringBuilder();
        try (MarkupCursor cursor = cursor(page.getBytes(StandardCharsets.UTF_8))) {
            for (Token token = cursor.next(); token != null; token = cursor.next()) {
                out.append(token == Token.TEXT ? cursor.text() : "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().replaceAll("\\s+", "");
    }

    private static MarkupCursor cursor(byte[] bytes) {
        return MarkupCursor.html(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
    }
}
