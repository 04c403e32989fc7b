package org.supplierscope.ingest.extract.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageSurveyorTest {

    private static PageSurvey survey(String html) {
        return PageSurveyor.survey(PageParser.parse(html, null));
    }

    @Test
    void collectsMetasByEveryNameTheyGo() {
        PageSurvey survey = survey("<meta property='OG:Title' name=title content=' a '><meta name=x content=' '>"
                + "<meta http-equiv=Content-Language content=de>");

        assertThat(survey.meta("none", "x", "og:title")).isEqualTo("a");
        assertThat(survey.meta("title")).isEqualTo("a");
        assertThat(survey.meta("content-language")).isEqualTo("de");
        assertThat(survey.meta("x")).isEmpty();
    }

    @Test
    void readsHeadingsInOneLineWithASpaceWhereTheyBreak() {
        assertThat(survey("<h1>Valve<br>maker <span>wins</span><script>x()</script></h1>")
                        .headings())
                .containsExactly("Valve maker wins");
    }

    @Test
    void readsMicrodataFromContentThenDatetimeThenText() {
        PageSurvey survey = survey(
                "<b itemprop='a' content=1>x</b><time itemprop='b c' datetime=2>x</time>" + "<i itemprop=D>3</i>");

        assertThat(List.of(survey.property("a"), survey.property("b"), survey.property("c"), survey.property("d")))
                .containsExactly("1", "2", "2", "3");
        assertThat(survey.property("e")).isEmpty();
    }

    @Test
    void tellsAuthorsByRelationFromAuthorsByClassName() {
        assertThat(survey("<a rel='author me'>Ada</a><p class=articleByline>Bea</p><p id=author>Cid</p>")
                        .authors())
                .containsExactly(
                        new PageSurvey.AuthorMark("Ada", true),
                        new PageSurvey.AuthorMark("Bea", false),
                        new PageSurvey.AuthorMark("Cid", false));
    }

    @Test
    void keepsTheTitleOfThePageAndNotOfItsPictures() {
        assertThat(survey("<title>Page</title><svg><title>Picture</title></svg>")
                        .windowTitle())
                .isEqualTo("Page");
    }
}
