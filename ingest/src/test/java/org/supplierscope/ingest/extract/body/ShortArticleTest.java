package org.supplierscope.ingest.extract.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An article of a sentence or two beside notices that are longer than it.
class ShortArticleTest {

    private static final String BRIEF =
            "The mill on the lower river will start a third line in May, its owner said in Lund on Monday.";

    private static String read(String html) {
        return BodyReader.of(Jsoup.parse(html)).text("Mill adds a line", null, "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<footer>%s</footer>",
                "<div class=site-footer>%s</div>",
                "<div class=x81>%s</div>",
                "<table><tr><td>%s</td></tr></table>"
            })
    void isPreferredToTheFooterOfItsPage(String footer) {
        String[] notices = {
            "<p>© 2025 The Works Courier. All rights reserved. No part of this paper may be printed, stored or sent on"
                    + " without the leave of its publisher in writing, asked for a week ahead.</p><p>The Works Courier is"
                    + " printed by Works Press Ltd, which is registered in Lund under number 5512, and is a member of the"
                    + " council of the press, whose code it keeps.</p>",
            "<p>Alle Rechte vorbehalten. Jeder Nachdruck, auch in Auszügen, bedarf der schriftlichen Zustimmung des"
                    + " Verlags, die vorher einzuholen ist und jederzeit widerrufen werden kann.</p><p>Der Werksbote"
                    + " erscheint im Verlag der Werksdruckerei in Lund und hält sich an die Regeln des Presserats.</p>",
            "<p>Tous droits réservés. Toute reproduction, même partielle, est interdite sans l'accord écrit de"
                    + " l'éditeur, qui doit être demandé une semaine à l'avance.</p><p>Le Courrier des usines est édité à"
                    + " Lund par l'imprimerie du même nom et respecte la charte de la presse.</p>",
            "<p>版权所有，未经本报书面许可，任何单位和个人不得转载、摘编或以其他方式使用本报的文字、图片和影像，违者本报将依法追究责任。</p>"
                    + "<p>本报由隆德工厂印刷所出版，遵守新闻公会的守则，读者如有意见，可以写信给本报编辑部，编辑部会在一个月之内答复。</p>"
        };
        for (String notice : notices) {
            String page = "<h1>Mill adds a line</h1><p>" + BRIEF + "</p>";

            assertThat(read("<div class=a1>" + page + "</div>" + footer.formatted(notice)))
                    .as("in a box of its own, before %s", notice)
                    .isEqualTo(BRIEF);
            assertThat(read(page + footer.formatted(notice)))
                    .as("in the page itself, before %s", notice)
                    .isEqualTo(BRIEF);
        }
    }

    @Test
    void isReadWholeWhereTheCopyrightStandsBelowItsLastParagraph() {
        String second = "It is the second such line within a year, and the owner does not rule out a third one there.";
        String html = "<div><h1>Mill adds a line</h1><p>" + BRIEF + "</p></div><div class=b2><p>" + second + "</p><p>"
                + BRIEF.replace("third", "fourth") + "</p></div><p>© 2025 The Works Courier</p>";

        assertThat(read(html)).startsWith(BRIEF).contains(second);
    }
}
