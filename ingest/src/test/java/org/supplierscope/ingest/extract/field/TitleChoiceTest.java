package org.supplierscope.ingest.extract.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.supplierscope.ingest.extract.markup.PageParser;
import org.supplierscope.ingest.extract.markup.PageSurvey;
import org.supplierscope.ingest.extract.markup.PageSurveyor;
import org.supplierscope.ingest.extract.markup.StructuredArticleReader;

class TitleChoiceTest {

    private static @Nullable String choose(@Nullable String siteName, String html) {
        PageSurvey survey = PageSurveyor.survey(PageParser.parse(html, null));
        return TitleChoice.choose(survey, StructuredArticleReader.read(survey.structured()), siteName);
    }

    @Test
    void prefersTheOnlyHeadingThatSharesAWordWithAnotherSource() {
        assertThat(choose(null, "<title>Valves: all you must know</title><h1>How valves are made</h1>"))
                .isEqualTo("How valves are made");
    }

    @Test
    void leavesAHeadingThatSharesNothingWithTheOtherSources() {
        assertThat(choose(null, "<title>How valves are made</title><h1>Menu</h1>"))
                .isEqualTo("How valves are made");
    }

    @Test
    void leavesAHeadingThatIsTheSitesName() {
        assertThat(choose("Valve World", "<title>Valve makers meet</title><h1>Valve World</h1>"))
                .isEqualTo("Valve makers meet");
    }

    @Test
    void takesTheHeadingThatAnotherSourceConfirmsBest() {
        assertThat(choose(
                        null,
                        "<title>How valves are made | Works</title><h1>How pumps are made</h1>"
                                + "<h1>How valves are made</h1><h1>Contact</h1>"))
                .isEqualTo("How valves are made");
    }

    @Test
    void leavesSeveralHeadingsThatShareTooLittle() {
        assertThat(choose(
                        null,
                        "<meta property='og:title' content='How a valve is made'><title>How a valve is made</title>"
                                + "<h1>Our valve desk: write to us</h1><h1>Valve prices today</h1>"))
                .isEqualTo("How a valve is made");
    }

    @Test
    void prefersAConfirmedSourceWhereNoHeadingIsConfirmed() {
        assertThat(choose(
                        null,
                        "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"Untitled draft\"}</script>"
                                + "<meta property='og:title' content='How valves are made'>"
                                + "<title>How valves are made - The Works</title>"))
                .isEqualTo("How valves are made");
    }

    @Test
    void takesTheWholeTitleWhereOneSourceWasCutShort() {
        assertThat(choose(
                        null,
                        "<meta property='og:title' content='How valves are made in the …'>"
                                + "<title>How valves are made in the north</title>"))
                .isEqualTo("How valves are made in the north");
    }

    @Test
    void cutsTheSitesNameOffEitherEnd() {
        assertThat(choose("The Works", "<title>How valves are made in the long cold north - The Works</title>"))
                .isEqualTo("How valves are made in the long cold north");
        assertThat(choose("The Works", "<title>The Works: - How valves are made</title>"))
                .isEqualTo("How valves are made");
        assertThat(choose(null, "<title>台積電擴大投資_財經_新聞網</title>")).isEqualTo("台積電擴大投資");
        assertThat(choose(null, "<title>How valves are made | Works Courier</title>"))
                .isEqualTo("How valves are made");
    }

    @Test
    void keepsADashThatBelongsToTheTitle() {
        assertThat(choose(null, "<title>Valve maker - a family story told by its four daughters and sons</title>"))
                .isEqualTo("Valve maker - a family story told by its four daughters and sons");
    }

    @Test
    void knowsNoTitleWhereThereIsNone() {
        assertThat(choose(null, "<p>text</p>")).isNull();
    }

    @Test
    void cutsTheSitesNameInAllScriptsAndKeepsAThoughtBehindADash() {
        String[][] cases = {
            {"Valve makers meet at the river again ‹ Works Courier", "Valve makers meet at the river again"},
            {"閥門大廠宣布擴建新廠房 | 財經 | 工廠日報", "閥門大廠宣布擴建新廠房"},
            {"閥門大廠宣布擴建新廠房－工廠日報", "閥門大廠宣布擴建新廠房"},
            {"バルブ工場が増設を発表した - 工場新聞", "バルブ工場が増設を発表した"},
            {"阀门大厂宣布扩建新厂房_工厂日报", "阀门大厂宣布扩建新厂房"},
            {"밸브 공장 증설 계획을 다시 발표 : 공장일보", "밸브 공장 증설 계획을 다시 발표 : 공장일보"},
            {"Valve makers: what comes next", "Valve makers: what comes next"}
        };
        for (String[] one : cases) {
            assertThat(choose(null, "<title>" + one[0] + "</title>")).as(one[0]).isEqualTo(one[1]);
        }
        assertThat(choose("工廠日報", "<title>閥門大廠宣布擴建新廠房－工廠日報</title>")).isEqualTo("閥門大廠宣布擴建新廠房");
        assertThat(choose("공장일보", "<title>밸브 공장 증설 계획을 다시 발표 : 공장일보</title>")).isEqualTo("밸브 공장 증설 계획을 다시 발표");
        assertThat(choose(null, "<title>Valves in spring</title><h1>Valves in spring are back - slowly</h1>"))
                .isEqualTo("Valves in spring are back - slowly");
    }
}
