package org.supplierscope.ingest.extract.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supplierscope.ingest.extract.markup.PageParser;
import org.supplierscope.ingest.extract.markup.PageSurvey;
import org.supplierscope.ingest.extract.markup.PageSurveyor;
import org.supplierscope.ingest.extract.markup.StructuredArticleReader;

class BylineChoiceTest {

    private static @Nullable String choose(String html) {
        PageSurvey survey = PageSurveyor.survey(PageParser.parse(html, null));
        Found<String> found = BylineChoice.choose(survey, StructuredArticleReader.read(survey.structured()));
        return found == null ? null : found.value();
    }

    @Test
    void prefersStructuredDataToMetaToMicrodataToLinksToClassNames() {
        String named = "<p class=byline>By Eve</p>";
        String link = "<a rel=author>Dan</a>";
        String micro = "<span itemprop=author>Cid</span>";
        String meta = "<meta name=author content=Bea>";
        String linked = "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":\"Ada\"}</script>";

        assertThat(choose(named + link + micro + meta + linked)).isEqualTo("Ada");
        assertThat(choose(named + link + micro + meta)).isEqualTo("Bea");
        assertThat(choose(named + link + micro)).isEqualTo("Cid");
        assertThat(choose(named + link)).isEqualTo("Dan");
        assertThat(choose(named)).isEqualTo("Eve");
        assertThat(choose("")).isNull();
    }

    @Test
    void resolvesReferencesAndJoinsSeveralNames() {
        assertThat(choose("""
                <script type="application/ld+json">{"@graph":[
                {"@type":"NewsArticle","author":[{"@id":"#a"},{"@type":"Person","name":"Bea Roth"}]},
                {"@type":"Person","@id":"#a","name":"Ada Lind"}]}</script>""")).isEqualTo("Ada Lind, Bea Roth");
    }

    @ParameterizedTest
    @CsvSource({"By Ada Lind,Ada Lind", "Von Ada Lind,Ada Lind", "記者王小明,王小明", "作者：王小明,王小明", "Byron Hall,Byron Hall"})
    void leavesOutTheWordBefore(String written, String expected) {
        assertThat(choose("<meta name=author content='" + written + "'>")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"https://social.example/ada", "@ada", "admin", "www.ada.example", "42"})
    void skipsWhatNamesNobody(String written) {
        assertThat(choose("<meta name=author content='" + written + "'><a rel=author>Dan</a>"))
                .isEqualTo("Dan");
    }
}
