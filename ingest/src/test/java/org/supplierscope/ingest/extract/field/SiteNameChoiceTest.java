package org.supplierscope.ingest.extract.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.supplierscope.ingest.extract.markup.PageParser;
import org.supplierscope.ingest.extract.markup.PageSurvey;
import org.supplierscope.ingest.extract.markup.PageSurveyor;
import org.supplierscope.ingest.extract.markup.StructuredArticleReader;

class SiteNameChoiceTest {

    private static @Nullable String choose(String html) {
        PageSurvey survey = PageSurveyor.survey(PageParser.parse(html, null));
        Found<String> found = SiteNameChoice.choose(survey, StructuredArticleReader.read(survey.structured()));
        return found == null ? null : found.value();
    }

    @Test
    void prefersTheDeclaredNameToThePublisherToTheApplication() {
        String application = "<meta name=application-name content=Third>";
        String publisher = "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"x\","
                + "\"publisher\":{\"name\":\"Second\"}}</script>";
        String declared = "<meta property='og:site_name' content=First>";

        assertThat(choose(application + publisher + declared)).isEqualTo("First");
        assertThat(choose(application + publisher)).isEqualTo("Second");
        assertThat(choose(application)).isEqualTo("Third");
        assertThat(choose("")).isNull();
    }

    @Test
    void skipsAnAddressOrASlogan() {
        assertThat(choose("<meta property='og:site_name' content='https://n.example'>"))
                .isNull();
        assertThat(choose("<meta property='og:site_name' content='" + "so long ".repeat(20) + "'>"))
                .isNull();
    }
}
