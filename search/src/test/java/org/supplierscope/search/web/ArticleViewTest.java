package org.supplierscope.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.ingest.published.PageVerdict;
import org.supplierscope.search.ExampleInsight;
import org.supplierscope.search.query.SearchResult;
import org.supplierscope.search.web.ArticleView.Segment;

class ArticleViewTest {

    private static List<List<Segment>> paragraphs(ExampleInsight example) {
        return ArticleView.of(new SearchResult.Hit(example.make(), "", 0, 0, null))
                .paragraphs();
    }

    private static Segment plain(String text) {
        return new Segment(text, "");
    }

    private static Segment precision(String text) {
        return new Segment(text, "precision");
    }

    private static Segment breadth(String text) {
        return new Segment(text, "breadth");
    }

    private static @Nullable String notice(@Nullable PageVerdict verdict) {
        ExampleInsight example = ExampleInsight.of(1);
        return ArticleView.of(new SearchResult.Hit(
                        (verdict == null ? example : example.verdict(verdict)).make(), "", 0, 0, null))
                .notice();
    }

    @Test
    void saysWhatAPageIsThatIsNoWholeArticle() {
        assertThat(notice(null)).isNull();
        assertThat(notice(PageVerdict.ARTICLE)).isNull();
        assertThat(notice(PageVerdict.PAYWALL_STUB))
                .startsWith("Only the open part")
                .contains("(made so)");
        assertThat(notice(PageVerdict.ERROR_PAGE)).contains("error page");
    }

    @Test
    void splitsATextIntoItsParagraphs() {
        assertThat(paragraphs(ExampleInsight.of(1).text("One.\nStill one.\n\nTwo.\n\n\n\nThree.")))
                .containsExactly(List.of(plain("One.\nStill one.")), List.of(plain("Two.")), List.of(plain("Three.")));
    }

    @Test
    void marksEachEvidenceSentenceWithItsSide() {
        var example = ExampleInsight.of(1)
                .text("Before. It narrows. Between.\n\nIt widens. After.")
                .supplier("hoya", "Hoya", Stance.PRECISION, "It narrows.")
                .group("some makers", Stance.BREADTH, "It widens.");

        assertThat(paragraphs(example))
                .containsExactly(
                        List.of(plain("Before. "), precision("It narrows."), plain(" Between.")),
                        List.of(breadth("It widens."), plain(" After.")));
    }

    @Test
    void marksOnceASentenceOnWhichTwoSuppliersRest() {
        var example = ExampleInsight.of(1)
                .text("Both narrow.")
                .supplier("hoya", "Hoya", Stance.PRECISION, "Both narrow.")
                .supplier("asahi", "Asahi", Stance.PRECISION, "Both narrow.")
                .supplier("zeiss", "Zeiss", Stance.BREADTH, "Both narrow.");

        assertThat(paragraphs(example)).containsExactly(List.of(precision("Both narrow.")));
    }

    @Test
    void marksAllOfSentencesThatOverlap() {
        var example = ExampleInsight.of(1)
                .text("One narrows, the other widens here.")
                .supplier("hoya", "Hoya", Stance.PRECISION, "One narrows, the other")
                .supplier("asahi", "Asahi", Stance.BREADTH, "the other widens");

        assertThat(paragraphs(example))
                .containsExactly(List.of(precision("One narrows, the other"), breadth(" widens"), plain(" here.")));
    }

    @Test
    void marksAllOfASentenceThatBeginsWithAnother() {
        var example = ExampleInsight.of(1)
                .text("It narrows at once.")
                .supplier("hoya", "Hoya", Stance.PRECISION, "It narrows", "It narrows at once.");

        assertThat(paragraphs(example)).containsExactly(List.of(precision("It narrows at once.")));
    }

    @Test
    void marksNothingForASentenceOfTheTitle() {
        var example = ExampleInsight.of(1)
                .title("Hoya narrows")
                .text("Nothing of it here.")
                .supplier("hoya", "Hoya", Stance.PRECISION, "Hoya narrows", "");

        assertThat(paragraphs(example)).containsExactly(List.of(plain("Nothing of it here.")));
    }

    @Test
    void losesNoCharacterWhateverIsMarked() {
        String text = "It narrows. It narrows. It widens. 大立光專注。";
        var example = ExampleInsight.of(1)
                .text(text)
                .supplier("a", "A", Stance.PRECISION, "It narrows.", "narrows. It", "大立光專注。", "s. It widens")
                .supplier("b", "B", Stance.BREADTH, "It widens.", "It", ".");

        assertThat(String.join(
                        "",
                        paragraphs(example).getFirst().stream()
                                .map(Segment::text)
                                .toList()))
                .isEqualTo(text);
    }
}
