package org.supplierscope.ingest.extract.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.supplierscope.ingest.extract.markup.PageParser;
import org.supplierscope.ingest.extract.markup.PageSurvey;
import org.supplierscope.ingest.extract.markup.PageSurveyor;
import org.supplierscope.ingest.extract.markup.StructuredArticleReader;

class AddressChoiceTest {

    private static final URI FETCHED = URI.create("https://news.example/a/b?x=1");

    private static @Nullable URI choose(String html) {
        PageSurvey survey = PageSurveyor.survey(PageParser.parse(html, FETCHED));
        Found<URI> found = AddressChoice.choose(survey, StructuredArticleReader.read(survey.structured()), FETCHED);
        return found == null ? null : found.value();
    }

    @Test
    void prefersTheCanonicalLinkAndMakesItAbsolute() {
        assertThat(choose("<link rel=canonical href='../c d'><meta property='og:url' content='https://o.example/x'>"))
                .isEqualTo(URI.create("https://news.example/c%20d"));
    }

    @Test
    void fallsBackToOtherSourcesWhereTheFirstIsUnusable() {
        String open = "<meta property='og:url' content='https://news.example/x'>";

        assertThat(choose("<link rel=canonical href='http://[broken'>" + open))
                .isEqualTo(URI.create("https://news.example/x"));
        assertThat(choose("<link rel=canonical href='javascript:void(0)'>" + open))
                .isEqualTo(URI.create("https://news.example/x"));
        assertThat(choose("<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"x\","
                        + "\"url\":\"https://news.example/y\"}</script>"))
                .isEqualTo(URI.create("https://news.example/y"));
        assertThat(choose("")).isNull();
    }

    @Test
    void neverTakesTheFrontPageForAnArticle() {
        assertThat(choose("<link rel=canonical href='/'>")).isNull();
    }
}
