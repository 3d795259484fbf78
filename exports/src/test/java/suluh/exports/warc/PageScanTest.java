package suluh.exports.warc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import suluh.exports.warc.PageScan.PageLink;

class PageScanTest {
    @Test
    void takesTitleTextAndLinks() {
        PageScan page = PageScan.of(
                "<!doctype html><title>A &amp; B</title><!-- <a href=no> --><p>one<br>two &#128681;"
                        + "<a href=/x?a=1&amp;b=2 class=k>see  this</a><A HREF='#top'>up</A><script>if (a<b) '</p>'</script> 1 < 2");

        assertThat(page.title()).isEqualTo("A & B");
        assertThat(page.text()).isEqualTo("one\ntwo \uD83D\uDEA9see thisup 1 < 2");
        assertThat(page.links()).containsExactly(new PageLink("/x?a=1&b=2", "see this"));
    }

    @Test
    void keepsDirectionAndZeroWidthCharactersRaw() {
        assertThat(PageScan.of("<p>a\u202Eb\u200Bc&#x202E;</p>").text()).isEqualTo("a\u202Eb\u200Bc\u202E");
    }

    @Test
    void endsOnPagesThatNeverClose() {
        for (String end :
                new String[] {"<", "</", "<a", "<a href", "<a href=", "<a href='", "<!--", "<script>", "&", "&#x"}) {
            PageScan page = PageScan.of("<p>text" + end);

            assertThat(page.text()).startsWith("text");
        }
    }

    @Test
    void isNotExhaustedByDepthOrNumber() {
        PageScan page = PageScan.of("<div>".repeat(200_000) + "<a href=x>y</a>".repeat(PageScan.MAX_LINKS + 1));

        assertThat(page.links()).hasSize(PageScan.MAX_LINKS);
        assertThat(page.isCut()).isTrue();
    }
}
