package org.supplierscope.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HighlightTest {

    private static String highlight(String query, String text) throws IOException, QueryException {
        return Highlight.of(QueryCompiler.compile(QueryParser.parse(query)), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    capacity           | Its capacity grows.          | Its <mark>capacity</mark> grows.
                    capacities         | Its CAPACITY grows.          | Its <mark>CAPACITY</mark> grows.
                    largan             | Largan's lens.               | <mark>Largan&#x27;s</mark> lens.
                    cap*               | Its capacity grows.          | Its <mark>capacity</mark> grows.
                    title:capacity     | Its capacity grows.          | Its <mark>capacity</mark> grows.
                    supplier:hoya      | It is Hoya again.            | It is <mark>Hoya</mark> again.
                    "lens maker"       | A maker of a lens maker.     | A maker of a <mark>lens maker</mark>.
                    co-packaged        | So co-packaged optics.       | So <mark>co-packaged</mark> optics.
                    大立光               | 由大立光表示。                      | 由<mark>大立光</mark>表示。
                    镜头                 | 高階鏡頭。                        | 高階<mark>鏡頭</mark>。
                    光                  | 光學與大立光。                      | <mark>光</mark>學與大立<mark>光</mark>。
                    大立*                | 由大立光表示。                      | 由<mark>大立</mark>光表示。
                    a -grows           | It has a plant that grows.   | It has <mark>a</mark> plant that grows.
                    *                  | Its capacity grows.          | Its capacity grows.
                    -rain              | Its capacity grows.          | Its capacity grows.
                    language:it        | It is so, it said.           | It is so, it said.
                    source:news        | The news is out.             | The news is out.
                    stance:mixed       | Mixed is the news.           | Mixed is the news.
                    nowhere            | Its capacity grows.          | Its capacity grows.
                    """)
    void marksTheWordsOfAQuery(String query, String text, String html) throws IOException, QueryException {
        assertThat(highlight(query, text)).isEqualTo(html);
    }

    @Test
    void escapesWhatIsNotItsOwn() throws IOException, QueryException {
        String text = "<script>alert('capacity')</script> & \"<mark>\" <b title=\"lens\">capacity</b>.";
        String escaped = "&lt;script&gt;alert(&#x27;<mark>capacity</mark>&#x27;)&lt;/script&gt; &amp;"
                + " &quot;&lt;mark&gt;&quot; &lt;b title=&quot;lens&quot;&gt;<mark>capacity</mark>&lt;/b&gt;.";

        assertThat(highlight("capacity", text)).isEqualTo(escaped);
        assertThat(highlight("nowhere", text)).isEqualTo(escaped.replaceAll("</?mark>", ""));
    }

    @Test
    void showsWholeSentencesOfEitherScript() throws IOException, QueryException {
        String english = "The first is long. The second has the word. The third has none.";
        String chinese = "第一句不長。第二句有鏡頭。第三句沒有。";

        assertThat(highlight("word", english)).isEqualTo("The second has the <mark>word</mark>.");
        assertThat(highlight("鏡頭", chinese)).isEqualTo("第二句有<mark>鏡頭</mark>。");
    }

    @Test
    void doesNotRunOverTheEndOfAParagraph() throws IOException, QueryException {
        String text = "A heading without a stop\n\nA capacity paragraph without one\n\nAnother one";

        assertThat(highlight("capacity", text)).isEqualTo("A <mark>capacity</mark> paragraph without one");
    }

    @Test
    void showsAGapBetweenTwoPassagesThatDoNotMeet() throws IOException, QueryException {
        String text = "One lens. Nothing here. Nor here. Two lenses. And none.";

        assertThat(highlight("lens", text)).isEqualTo("One <mark>lens</mark>. … Two <mark>lenses</mark>.");
    }

    @Test
    void findsTheWordFarDownALongText() throws IOException, QueryException {
        String text = "Nothing is said here. ".repeat(4_000) + "At last the lens. " + "And nothing more. ".repeat(100);

        assertThat(highlight("lens", text)).isEqualTo("At last the <mark>lens</mark>.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"word ", "字", "\ud83d\ude00", "x"})
    void cutsAPassageWithoutSentencesAroundTheWord(String filler) throws IOException, QueryException {
        String text = filler.repeat(5_000 / filler.length()) + " lens " + filler.repeat(5_000 / filler.length());

        String html = highlight("lens", text);

        assertThat(html).contains("<mark>lens</mark>").startsWith("… ").endsWith(" …");
        assertThat(html.length()).isBetween(200, 450);
        assertThat(html.codePoints()).noneMatch(c -> c >= 0xd800 && c < 0xe000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"word ", "字", "\ud83d\ude00", "x", "x\ud83d\ude00"})
    void cutsTheBeginningOfATextThatHasNoneOfTheWords(String filler) throws IOException, QueryException {
        String html = highlight("nowhere", filler.repeat(800 / filler.length()));

        assertThat(html).endsWith(" …");
        assertThat(html.length()).isBetween(270, 283);
        assertThat(html.codePoints()).noneMatch(c -> c >= 0xd800 && c < 0xe000);
    }

    @Test
    void answersForEightMegabytesInGoodTime() {
        String text = "lens capacity 大立光 ".repeat(500_000);

        String html = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> highlight("lens OR \"capacity 大立光\" OR cap*", text));

        assertThat(html.length()).isLessThan(2_000);
    }

    @Test
    void survivesAnEmptyText() throws IOException, QueryException {
        assertThat(highlight("lens", "")).isEmpty();
        assertThat(highlight("*", "")).isEmpty();
    }
}
