package org.supplierscope.ingest.extract.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supplierscope.ingest.extract.markup.PageParser;
import org.supplierscope.ingest.extract.markup.PageSurvey;
import org.supplierscope.ingest.extract.markup.PageSurveyor;
import org.supplierscope.ingest.extract.markup.StructuredArticle;
import org.supplierscope.ingest.extract.markup.StructuredArticleReader;

/// Section, tags, date of the last change, and the address that stands for a page.
class FurtherFieldsTest {

    private static PageSurvey survey(String html) {
        return PageSurveyor.survey(PageParser.parse(html, null));
    }

    private static StructuredArticle structured(PageSurvey survey) {
        return StructuredArticleReader.read(survey.structured());
    }

    private static String linked(String fields) {
        return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Valves\"," + fields
                + "}</script>";
    }

    private static @Nullable Found<String> section(String html) {
        PageSurvey survey = survey(html);
        return SectionChoice.choose(survey, structured(survey), "Valve maker wins order");
    }

    private static @Nullable Found<List<String>> tags(String html) {
        PageSurvey survey = survey(html);
        return TagChoice.choose(survey, structured(survey), "The Works Courier");
    }

    private static @Nullable Found<String> updated(String html, @Nullable String published) {
        PageSurvey survey = survey(html);
        return new DateChoice(survey, structured(survey)).updated(published);
    }

    @Test
    void takesTheSectionFromWhereItIsDeclaredOrFromTheBreadCrumbs() {
        String crumbs = "<script type='application/ld+json'>{\"@type\":\"BreadcrumbList\",\"itemListElement\":["
                + "{\"position\":2,\"item\":{\"name\":\"Industry\"}},{\"position\":1,\"name\":\"Home\"},"
                + "{\"position\":3,\"name\":\"Valve maker wins order\"}]}</script>";

        assertThat(section(crumbs + linked("\"articleSection\":[\"Trade\",\"News\"]")
                        + "<meta property='article:section' content='Works'>"))
                .isEqualTo(new Found<>("Works", Origin.OPENGRAPH));
        assertThat(section(crumbs + linked("\"articleSection\":[\"Trade\",\"News\"]")))
                .isEqualTo(new Found<>("Trade", Origin.JSON_LD));
        assertThat(section(crumbs)).isEqualTo(new Found<>("Industry", Origin.JSON_LD));
        assertThat(section("<meta property='article:section' content='https://news.example/works'>"))
                .isNull();
    }

    @Test
    void takesTheTagsOfTheFirstSourceThatHasAny() {
        String metas = "<meta name=keywords content='a, b'><meta name=news_keywords content='valves; rivers'>";
        String links = "<a rel=tag>Valves</a><a rel='nofollow tag'>Rivers</a>";

        assertThat(tags(metas + links)).isEqualTo(new Found<>(List.of("valves", "rivers"), Origin.META));
        assertThat(tags(links)).isEqualTo(new Found<>(List.of("Valves", "Rivers"), Origin.HTML));
        assertThat(tags(metas + linked("\"keywords\":\"閥門、河流，訂單\"")))
                .isEqualTo(new Found<>(List.of("閥門", "河流", "訂單"), Origin.JSON_LD));
        assertThat(tags(linked(
                        "\"keywords\":[\"Tag: Valves\",\"#rivers\",\"valves\",\"contentId: 7f\",\"The Works Courier\","
                                + "\"https://x.example\",\"" + "long ".repeat(30) + "\"]")))
                .isEqualTo(new Found<>(List.of("Valves", "rivers"), Origin.JSON_LD));
        assertThat(tags("<meta name=keywords content='" + "t,".repeat(500) + "'>"))
                .isEqualTo(new Found<>(List.of("t"), Origin.META));
    }

    @Test
    void tellsAChangeOnlyWhenItIsLaterThanThePublication() {
        String modified = "<meta property='article:modified_time' content='2025-03-04T10:00:00+01:00'>";

        assertThat(updated(modified, "2025-03-04T08:00:00Z"))
                .isEqualTo(new Found<>("2025-03-04T10:00:00+01:00", Origin.OPENGRAPH));
        assertThat(updated(modified, "2025-03-04T10:00:00Z")).isNull();
        assertThat(updated(modified, "2025-03-04")).isNull();
        assertThat(updated(modified, "2025-03-03")).isNotNull();
        assertThat(updated(modified, null)).isNotNull();
        assertThat(updated(linked("\"dateModified\":\"2025-03-05T07:00:00+08:00\"") + modified, "2025-03-04"))
                .isEqualTo(new Found<>("2025-03-05T07:00:00+08:00", Origin.JSON_LD));
        assertThat(updated("", "2025-03-04")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "https://n.example/news/, https://n.example/news/2025/valve-order, false",
        "https://n.example/news/2025, https://n.example/news/2025/valve-order, false",
        "https://n.example/valve-order, https://n.example/valve-order/amp, true",
        "https://n.example/valve-order/, https://n.example/valve-order/2, true",
        "https://n.example/404, https://n.example/valve-order, false",
        "https://n.example/, https://n.example/valve-order, false",
        "https://n.example/view.asp, https://n.example/view.asp?idxno=552190, false",
        "https://n.example/view.asp?idxno=552190, https://n.example/view.asp?idxno=552190&from=x, true",
        "https://n.example/valve-order, https://n.example/valve-order?from=123, true"
    })
    void ignoresAnAddressThatWouldMakeManyArticlesOne(String named, String fetched, boolean taken) {
        PageSurvey survey = survey("<link rel=canonical href='" + named + "'>");

        Found<URI> found = AddressChoice.choose(survey, StructuredArticle.NONE, URI.create(fetched));

        assertThat(found != null).isEqualTo(taken);
    }
}
