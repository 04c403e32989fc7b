package org.supplierscope.ingest.extract.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class OutlineReaderTest {

    private static List<Block> read(String html) {
        return OutlineReader.read(Jsoup.parse(html)).blocks();
    }

    @Test
    void tellsTheKindOfEachBlockByTheMarkupAroundIt() {
        List<Block> blocks = read("<div>one</div><h3>two</h3><ul><li><p>three</p></ul><blockquote><p>four</blockquote>"
                + "<table><tr><td>five<td>six</table><pre>seven\n  eight</pre>");

        assertThat(blocks)
                .extracting(Block::kind)
                .containsExactly(
                        BlockKind.PARAGRAPH,
                        BlockKind.HEADING,
                        BlockKind.LIST_ITEM,
                        BlockKind.QUOTE,
                        BlockKind.TABLE_ROW,
                        BlockKind.PREFORMATTED);
        assertThat(blocks)
                .extracting(Block::text)
                .containsExactly("one", "two", "three", "four", "five\tsix", "seven\neight");
    }

    @Test
    void foldsSpaceAndLeavesInvisibleCharactersOut() {
        assertThat(read("<p> a\u00a0 b\u00adc\u200b \n\td\u3000 </p>"))
                .extracting(Block::text)
                .containsExactly("a bc d");
    }

    @Test
    void countsLettersOfLinksAndMoreForIdeographs() {
        Block block = read("<p>abcd<a href=/x>efgh</a>ij工廠</p>").getFirst();

        assertThat(block.weight()).isEqualTo(16);
        assertThat(block.linkShare()).isEqualTo(4 / 16.0);
    }

    @Test
    void makesALineOfEachLineBreakAndAParagraphOfTwo() {
        List<Block> blocks = read("one<br>two<br> <br>three");

        assertThat(blocks).extracting(Block::text).containsExactly("one", "two", "three");
        assertThat(blocks).extracting(Block::opens).containsExactly(true, false, true);
        assertThat(blocks).extracting(block -> block.run().weight()).containsExactly(6, 6, 5);
        assertThat(read("<h2>one<br>two</h2>")).extracting(Block::text).containsExactly("one two");
    }

    @Test
    void tellsElementsOfThePagesOwnMakingApartByTheTextBesideThem() {
        assertThat(read("<x-story><x-par>one</x-par><x-par>two <x-tip>three</x-tip> four</x-par></x-story>"))
                .extracting(Block::text)
                .containsExactly("one", "two three four");
    }

    @Test
    void readsTemplatesThatAreShownAndNoOthers() {
        assertThat(
                        read(
                                "<div><template shadowrootmode=open><p>one</p></template><template><p>two</p></template></div>"))
                .extracting(Block::text)
                .containsExactly("one");
    }

    @Test
    void keepsTheJoinersThatSpellingNeeds() {
        assertThat(read("<p>می\u200cخوانم pro\u00admi\u200bse</p>"))
                .extracting(Block::text)
                .containsExactly("می\u200cخوانم promise");
    }

    @Test
    void countsVowelSignsOfIndicAndThaiWritingAsLetters() {
        assertThat(read("<p>कारखाने</p>").getFirst().weight()).isEqualTo(7);
        assertThat(read("<p>ที่นี่</p>").getFirst().weight()).isEqualTo(6);
    }

    @Test
    void givesAnInlineElementItsOwnRegionWhenItsNameSaysAside() {
        assertThat(read("<p>one <span class=caption>two</span> <span>three</span></p>"))
                .extracting(Block::text)
                .containsExactly("one", "two", "three");
    }

    @Test
    void readsAButtonOnlyInAHeading() {
        assertThat(read("<button>Buy</button><h3><button>Question</button></h3>"))
                .extracting(Block::text)
                .containsExactly("Question");
    }
}
