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
        return HitView.of(new SearchResult.Hit(example.make(), "a <mark>b</mark>", 2));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-05T09:30:00+08:00, 2026-03-05", "2026-03-05, 2026-03-05", "2026, 2026-03-06", ", 2026-03-06"})
    void showsTheDayOfPublicationOrElseWhenItWasSeen(String published, String date) {
        assertThat(view(ExampleInsight.of(1).published(published)).date()).isEqualTo(date);
    }

    @Test
    void tellsTheCoursesFirstAndThenWhoIsOnlyNamed() {
        HitView view = view(ExampleInsight.of(1)
                .supplier("a", "Amber", Stance.NONE)
                .supplier("b", "Birch", Stance.BREADTH)
                .supplier("c", "Cedar", Stance.NONE)
                .group("some makers", Stance.PRECISION));

        assertThat(view.courses()).extracting(StanceView::name).containsExactly("Birch", "some makers");
        assertThat(view.courses()).extracting(StanceView::link).containsExactly("/?supplier=b", null);
        assertThat(view.others()).isEqualTo("Amber, Cedar");
    }

    @Test
    void linksToItsPageAndToAllOfItsStory() {
        HitView view = view(ExampleInsight.of(10).story(ExampleInsight.id(1)));

        assertThat(view.link()).isEqualTo("/articles/0000000000000000000000000000000a");
        assertThat(view.story()).isEqualTo("/?q=story%3A00000000000000000000000000000001");
        assertThat(view.others()).isNull();
        assertThat(view.highlight()).hasToString("a <mark>b</mark>");
        assertThat(view.copies()).isEqualTo(2);
    }

    @Test
    void tellsBrowsersWhenTheLanguageIsUnknown() {
        assertThat(view(ExampleInsight.of(1).language(null)).language()).isEqualTo("und");
        assertThat(view(ExampleInsight.of(1).language("zh-Hant")).language()).isEqualTo("zh-Hant");
    }
}
