package org.supplierscope.ingest.extract.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.supplierscope.ingest.extract.markup.PageParser;
import org.supplierscope.ingest.extract.markup.PageSurvey;
import org.supplierscope.ingest.extract.markup.PageSurveyor;
import org.supplierscope.ingest.extract.markup.StructuredArticleReader;

class DateChoiceTest {

    private static @Nullable String choose(String html, @Nullable String url, List<String> near, List<String> labels) {
        PageSurvey survey = PageSurveyor.survey(PageParser.parse(html, null));
        var choice = new DateChoice(survey, StructuredArticleReader.read(survey.structured()));
        Found<String> found = choice.choose(url == null ? null : URI.create(url), near, labels, null);
        return found == null ? null : found.value();
    }

    private static @Nullable String choose(String html) {
        return choose(html, null, List.of(), List.of());
    }

    @Test
    void prefersThePublishedTimeToStructuredDataToMicrodataToOtherMetas() {
        String meta = "<meta name=date content=2025-03-01>";
        String micro = "<span itemprop=datePublished content=2025-03-02></span>";
        String linked =
                "<script type='application/ld+json'>{\"@type\":\"Article\",\"datePublished\":\"2025-03-03\"}</script>";
        String published = "<meta property='article:published_time' content=2025-03-04>";

        assertThat(choose(meta + micro + linked + published)).isEqualTo("2025-03-04");
        assertThat(choose(meta + micro + linked)).isEqualTo("2025-03-03");
        assertThat(choose(meta + micro)).isEqualTo("2025-03-02");
        assertThat(choose(meta)).isEqualTo("2025-03-01");
    }

    @Test
    void readsMetasOfUnknownMakersThatSpeakOfPublication() {
        assertThat(choose("<meta name=x-published-date content=2025-03-04>")).isEqualTo("2025-03-04");
    }

    @Test
    void neverShiftsThePublishersDay() {
        assertThat(choose("<meta property='article:published_time' content='2025-03-04T00:30:00+08:00'>"))
                .isEqualTo("2025-03-04T00:30:00+08:00");
    }

    @Test
    void takesThePublishersClockForAMomentDeclaredInUtc() {
        String html = "<meta property='article:published_time' content='2025-03-03T16:30:00Z'>"
                + "<time datetime='2025-03-04T00:30:00+08:00'>early</time>";

        assertThat(choose(html)).isEqualTo("2025-03-04T00:30:00+08:00");
    }

    @Test
    void addsTheTimeOfAnElementOfTheSameDayToADayReadInText() {
        String html =
                "<time datetime='2025-03-03T09:00:00+02:00'></time><time datetime='2025-03-04T09:00:00+02:00'></time>";

        assertThat(choose(html, null, List.of("March 4, 2025"), List.of())).isEqualTo("2025-03-04T09:00:00+02:00");
        assertThat(choose(html, null, List.of("March 5, 2025"), List.of())).isEqualTo("2025-03-05");
    }

    @Test
    void takesTheDayOfTheAddressWhereUtcHasShiftedIt() {
        String html = "<meta property='article:published_time' content='2025-03-03T16:30:00Z'>";

        assertThat(choose(html, "https://news.example/2025/03/04/valves", List.of(), List.of()))
                .isEqualTo("2025-03-04");
        assertThat(choose(html, "https://news.example/2024/01/04/valves", List.of(), List.of()))
                .isEqualTo("2025-03-03T16:30:00Z");
    }

    @Test
    void fallsBackFromAddressToHeadlineToTimesToChangesToLabels() {
        String time = "<time>2 March 2025</time>";
        String changed = "<meta property='article:modified_time' content='2025-03-01'>";
        List<String> near = List.of("By Ada", "3 March 2025");
        List<String> labels = List.of("28 February 2025");

        assertThat(choose(time + changed, "https://n.example/2025/mar/4/x", near, labels))
                .isEqualTo("2025-03-04");
        assertThat(choose(time + changed, "https://n.example/20250305-x", near, labels))
                .isEqualTo("2025-03-05");
        assertThat(choose(time + changed, null, near, labels)).isEqualTo("2025-03-03");
        assertThat(choose(time + changed, null, List.of(), labels)).isEqualTo("2025-03-02");
        assertThat(choose(changed, null, List.of(), labels)).isEqualTo("2025-03-01");
        assertThat(choose("", null, List.of(), labels)).isEqualTo("2025-02-28");
        assertThat(choose("")).isNull();
    }

    @Test
    void readsFiguresAsThePagesLanguageDoes() {
        assertThat(choose("<html lang=en-US>", null, List.of("03/04/2025"), List.of()))
                .isEqualTo("2025-03-04");
        assertThat(choose("<html lang=fr>", null, List.of("03/04/2025"), List.of()))
                .isEqualTo("2025-04-03");
    }
}
