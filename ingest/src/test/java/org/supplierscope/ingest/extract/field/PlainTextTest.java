package org.supplierscope.ingest.extract.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Valves <b>win</b> again|Valves win again",
                "3 < 5 and 7 > 2|3 < 5 and 7 > 2",
                "I <3 valves|I <3 valves",
                "A<!-- hidden -->B|A B",
                "<svg/onload=alert(1)>Valves|Valves",
                "<sc<script>ript>alert(1)|alert(1)",
                "<x onmouseover=alert(1)>Valves|Valves",
                "Valves <img src=x onerror=alert(1)|Valves",
                "<custom>kept</custom>|kept",
                "a <keyboard b|a <keyboard b"
            })
    void takesTagsOutAndLeavesBracketsThatOpenNone(String text, String plain) {
        assertThat(PlainText.line(text, 100)).isEqualTo(plain);
    }

    @Test
    void leavesTagsThatAreWhatAHeadingIsAbout() {
        assertThat(PlainText.shown("Thirty years of <br> tags", 100)).isEqualTo("Thirty years of <br> tags");
        assertThat(PlainText.shown("Thirty years of <script> tags", 100)).doesNotContain("<script>");
        assertThat(PlainText.shown("Valves <p onclick=alert(1)>win", 100)).isEqualTo("Valves win");
    }

    @Test
    void givesOneLineInOneFormWithoutCharactersThatNobodySees() {
        assertThat(PlainText.line(" Cafe\u0301\u200B\n\tval\u00ADve\uFEFF\u0007 \ud83d ", 100))
                .isEqualTo("Café valve");
        assertThat(PlainText.line("\u202Eevlav\u202C", 100)).isEqualTo("evlav");
        assertThat(PlainText.line("می\u200Cخواهم", 100)).isEqualTo("می\u200Cخواهم");
        assertThat(PlainText.line(" \u200B ", 100)).isNull();
        assertThat(PlainText.line(null, 100)).isNull();
    }

    @Test
    void showsThatALineWasTooLong() {
        assertThat(PlainText.line("valves ".repeat(30), 20)).isEqualTo("valves valves valve…");
        assertThat(PlainText.line("\uD83D\uDE00".repeat(30), 4)).isEqualTo("\uD83D\uDE00…");
    }

    @Test
    void cutsATextBetweenParagraphs() {
        assertThat(PlainText.start("one two\n\nthree four", 15)).isEqualTo("one two");
        assertThat(PlainText.start("one two three", 7)).isEqualTo("one two");
        assertThat(PlainText.start("one two", 7)).isEqualTo("one two");
    }

    @Test
    void keepsTheParagraphsOfABody() {
        assertThat(PlainText.body("One\u0000.\n\nT\u200Bwo <b>.\n")).isEqualTo("One.\n\nTwo <b>.");
    }
}
