package org.supplierscope.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.search.ExampleInsight;
import org.supplierscope.search.query.SearchResult;

class HitViewTest {

    private static HitView view(ExampleInsight example) {
        return HitView.of(new SearchResult.Hit(example.make(), "a <mark>b</mark>", 2, 0, null));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-05T09:30:00+08:00, 2026-03-05", "2026-03-05, 2026-03-05", "2026, 2026-03-06", ", 2026-03-06"})
    void showsTheDayOfPublicationOrElseWhenItWasSeen(String published, String date) {
        assertThat(view(ExampleInsight.of(1).published(published)).date()).isEqualTo(date);
    }

    @Test
    void tellsTheCoursesFirstThenWhoItIsAboutAndThenWhoIsOnlyNamed() {
        HitView view = view(ExampleInsight.of(1)
                .onlyNamed("a", "Amber", Stance.NONE)
                .onlyNamed("d", "Dogwood", Stance.MIXED)
                .supplier("b", "Birch", Stance.BREADTH)
                .supplier("c", "Cedar", Stance.NONE)
                .group("some makers", Stance.PRECISION));

        assertThat(view.courses()).extracting(StanceView::name).containsExactly("Birch", "Dogwood", "some makers");
        assertThat(view.courses()).extracting(StanceView::link).containsExactly("/?supplier=b", "/?supplier=d", null);
        assertThat(view.about()).containsExactly(new HitView.Named("Cedar", "/?supplier=c"));
        assertThat(view.others()).containsExactly(new HitView.Named("Amber", "/?supplier=a"));
    }

    @Test
    void linksToItsPageAndToAllOfItsStory() {
        HitView view = view(ExampleInsight.of(10).story(ExampleInsight.id(1)));

        assertThat(view.link()).isEqualTo("/articles/0000000000000000000000000000000a");
        assertThat(view.story()).isEqualTo("/?q=story%3A00000000000000000000000000000001");
        assertThat(view.others()).isEmpty();
        assertThat(view.highlight()).hasToString("a <mark>b</mark>");
        assertThat(view.sameStory()).isEqualTo(2);
    }

    @Test
    void linksToTheThemesThatItNames() {
        HitView view = view(ExampleInsight.of(1).theme("co-packaged-optics", "Co-packaged optics"));

        assertThat(view.themes())
                .containsExactly(new HitView.Named("Co-packaged optics", "/?theme=co-packaged-optics"));
    }

    @Test
    void tellsWhatItCopiesAndWhereThatStood() {
        var original = ExampleInsight.of(7)
                .title("Lens maker narrows")
                .source("lens-week", "Lens Week")
                .published("2026-03-04T10:00:00+08:00")
                .make()
                .article();
        var copy = ExampleInsight.of(10).copyOf(ExampleInsight.id(7)).make();
        var before = ExampleInsight.of(10)
                .copyOf(ExampleInsight.id(7))
                .published("2026-03-03")
                .make();

        HitView view = HitView.of(new SearchResult.Hit(copy, "", 1, 0, original));

        assertThat(view.copy()).isTrue();
        assertThat(view.original())
                .isEqualTo(new HitView.Original(
                        "/articles/" + ExampleInsight.id(7),
                        "Lens maker narrows",
                        "en",
                        "Lens Week",
                        "2026-03-04",
                        true));
        assertThat(HitView.of(new SearchResult.Hit(before, "", 1, 0, original)).original())
                .as("published before what it is said to copy")
                .extracting(HitView.Original::earlier)
                .isEqualTo(false);
    }

    @Test
    void isACopyAlsoWhereItsOriginalIsNotKnown() {
        HitView view = view(ExampleInsight.of(10).copyOf(ExampleInsight.id(7)));

        assertThat(view.copy()).isTrue();
        assertThat(view.original()).isNull();
    }

    @Test
    void linksToItsCopies() {
        HitView view = HitView.of(new SearchResult.Hit(ExampleInsight.of(7).make(), "", 3, 2, null));

        assertThat(view.copy()).isFalse();
        assertThat(view.copies()).isEqualTo(2);
        assertThat(view.copied()).isEqualTo("/?q=copy%3A" + ExampleInsight.id(7));
    }

    @Test
    void tellsBrowsersWhenTheLanguageIsUnknown() {
        assertThat(view(ExampleInsight.of(1).language(null)).language()).isEqualTo("und");
        assertThat(view(ExampleInsight.of(1).language("zh-Hant")).language()).isEqualTo("zh-Hant");
    }
}
