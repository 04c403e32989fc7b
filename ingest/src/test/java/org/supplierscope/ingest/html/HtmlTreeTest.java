package org.supplierscope.ingest.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTreeTest {

    @Test
    void readsOrdinaryTextAsTheParserDoes() {
        String html = "<title>Works</title><p>One <b>two <i>three</b> four</i><p><a href=/x>five</a>"
                + "<table><tr><td>six</table><ul><li>seven<li>eight</ul>";

        Document tree = HtmlTree.read(html, "https://example.org/", 64);

        assertThat(tree.html())
                .isEqualTo(Parser.htmlParser()
                        .setMaxDepth(64)
                        .parseInput(html, "https://example.org/")
                        .html());
        assertThat(tree.expectFirst("a").absUrl("href")).isEqualTo("https://example.org/x");
    }

    // P3
    @ParameterizedTest
    @ValueSource(ints = {1, 8, 64, 512})
    void readsFormattingThatIsOpenedAnewAtTheGreatestDepth(int depth) {
        for (int times : new int[] {800, 2000}) {
            String html = "before " + "<ol><li><p><b>".repeat(times) + "within " + "</b></p></li></ol>".repeat(times)
                    + "after";

            assertThat(HtmlTree.read(html, "", depth).text()).contains("before", "within", "after");
        }
    }

    // P3
    @ParameterizedTest
    @ValueSource(ints = {4_000, 20_000})
    void growsNoTreeOutOfProportionToItsText(int paragraphs) {
        var html = new StringBuilder("<p>");
        for (int i = 0; i < 300; i++) {
            html.append("<b title=").append(i).append('>');
        }
        html.append("</p><p>x".repeat(paragraphs));

        Document tree = HtmlTree.read(html.toString(), "", 64);

        assertThat(tree.getAllElements()).hasSizeLessThan(html.length() / 4 + 1000);
        assertThat(tree.text().replace(" ", "")).isEqualTo("x".repeat(paragraphs));
    }
}
