package org.supplierscope.ingest.extract.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.ingest.extract.Prose;

class LineCleanerTest {

    private static final String BODY = Prose.paragraphs(1, 6);
    private static final String TEXT = Prose.text(1, 6);

    private static String clean(String html) {
        return BodyReader.of(Jsoup.parse("<article>" + html + "</article>"))
                .text("Valve maker wins order", "Ada Lindqvist", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Read more: The pumps are back",
                "Sign up for our newsletter",
                "Follow us on Instagram",
                "Photo: Ada Lindqvist",
                "Follow the Works Courier on Facebook and Twitter.",
                "Advertisement",
                "3 min read",
                "Image 2 of 7",
                "延伸閱讀：工廠擴建",
                "责任编辑：王小明",
                "关注我们的微信公众号",
                "圖片來源：工廠提供",
                "関連記事：工場の増設",
                "写真はイメージです",
                "[사진=공장 제공]",
                "무단전재 및 재배포 금지",
                "관련기사: 펌프가 돌아왔다",
                "Lesen Sie auch: Die Pumpen sind zurück",
                "Foto: Ada Lindqvist",
                "Werbung",
                "5 Min Lesezeit",
                "À lire aussi : les pompes reviennent",
                "Publicité",
                "Crédit photo : Ada Lindqvist",
                "Lea también: vuelven las bombas",
                "Síguenos en Facebook",
                "Publicidad",
                "Leggi anche: tornano le pompe",
                "Riproduzione riservata",
                "Condividi",
                "Leia também: as bombas voltaram",
                "Publicidade",
                "Lees ook: de pompen zijn terug",
                "Tekst gaat verder onder de foto",
                "Advertentie",
                "Читайте также: насосы вернулись",
                "Фото: Ада Линдквист",
                "Реклама",
                "Подписывайтесь на наш канал",
                "Czytaj także: pompy wróciły",
                "Fot. Ada Lindqvist",
                "Reklama",
                "Źródło: zakład",
                "Läs också: Pumparna är tillbaka",
                "Annons",
                "Læs også: Pumperne er tilbage",
                "Les også: Pumpene er tilbake",
                "Annonsørinnhold",
                "Lue myös: Pumput palasivat",
                "Mainos",
                "Čtěte také: Čerpadla se vrátila",
                "Prečítajte si aj: Čerpadlá sú späť",
                "Kapcsolódó cikk: visszatértek a szivattyúk",
                "Hirdetés",
                "Citește și: pompele s-au întors",
                "İLGİLİ HABER: Pompalar geri döndü",
                "Fotoğraf: Ada",
                "Читайте також: насоси повернулися",
                "Прочетете още: помпите се върнаха",
                "Pročitajte i: pumpe su se vratile",
                "ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ: Οι αντλίες επέστρεψαν",
                "Διαφήμιση",
                "اقرأ أيضاً: عودة المضخات",
                "إعلان",
                "بیشتر بخوانید: پمپ‌ها بازگشتند",
                "קראו גם: המשאבות חזרו",
                "צילום: עדה",
                "यह भी पढ़ें: पंप लौट आए",
                "विज्ञापन",
                "আরও পড়ুন: পাম্প ফিরেছে",
                "Baca juga: pompa kembali",
                "Xem thêm: máy bơm trở lại",
                "อ่านเพิ่มเติม: ปั๊มกลับมาแล้ว",
                "A LIRE AUSSI : les pompes",
                "PUBLICITE",
                "【関連記事】ポンプが戻る",
                "▲工廠外觀。（圖／記者王小明攝）",
                "The hall at night (Photo: Ada Lindqvist)",
                "© The Works Courier 2025",
                "desk@courier.example",
                "Suivez les usines sur WhatsApp",
                "Siga o nosso canal no Telegram",
                "Reuters"
            })
    void dropsStrayLinesOfManyLanguages(String line) {
        assertThat(clean(Prose.paragraphs(1, 3) + "<p>" + line + "</p>" + Prose.paragraphs(4, 6)))
                .isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Posted on walls all over town, the order was read by everybody within the day.",
                "Published by the works, the list names them all.",
                "Related firms along the river have said that they will hire as well.",
                "Follow the road to the river and you will see the second hall rise.",
                "The report, which readers may subscribe to, names eleven suppliers.",
                "Recibe el premio por sus bombas y da las gracias a todo el taller.",
                "네이버에서 일하는 개발자 열 명이 새 공장으로 옮겼다.",
                "카카오톡은 밸브 주문을 받는 새 창구를 열었다고 밝혔다.",
                "未经授权使用他人阀门图纸的公司已被法院判罚。",
                "Few of them use Facebook to find their buyers.",
                "Share of homes with a pump of their own (2024)",
                "Entre Facebook et le fabricant, le contrat court depuis mars.",
                "Legende ist die Pumpe schon, sagen die Leute am Fluss.",
                "Sales of spindles rose by a fifth (source: the works)."
            })
    void keepsSentencesThatOnlySoundLikeStrayLines(String sentence) {
        assertThat(clean(Prose.paragraphs(1, 3) + "<p>" + sentence + "</p>" + Prose.paragraphs(4, 6)))
                .contains(sentence);
    }

    @Test
    void keepsLongParagraphsWhateverTheySay() {
        String paragraph = "Read more: " + Prose.paragraph(20) + " " + Prose.paragraph(21);

        assertThat(clean(BODY + "<p>" + paragraph + "</p>")).endsWith(paragraph);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tuesday, 4 March 2025, 10:15",
                "2025年3月4日 10:15",
                "Words by Ada Lindqvist",
                "Valve maker wins order"
            })
    void dropsDateNameAndTitleAtTheEdges(String line) {
        assertThat(clean("<p>" + line + "</p>" + BODY)).isEqualTo(TEXT);
    }

    @Test
    void dropsTheAuthorsBiographyAtTheEnd() {
        String biography = "Ada Lindqvist has written about spindles, pumps and the people who build them for years.";

        assertThat(clean(BODY + "<p>" + biography + "</p>")).isEqualTo(TEXT);
        assertThat(clean("<p>" + biography + "</p>" + BODY)).startsWith(biography);
    }

    @Test
    void keepsADateInTheMiddle() {
        assertThat(clean(BODY + "<p>4 March 2025</p>" + Prose.paragraphs(7, 12)))
                .contains("\n\n4 March 2025\n\n");
    }

    @Test
    void endsWhereTheCommentsOrRelatedArticlesStart() {
        for (String heading : new String[] {"Related articles", "Comments", "相關新聞", "Kommentare", "Об авторе"}) {
            assertThat(clean(BODY + "<h3>" + heading + "</h3><p>A word by a reader, who likes spindles a lot.</p>"))
                    .isEqualTo(TEXT);
        }
    }

    @Test
    void goesOnWhereSuchAHeadingStandsEarly() {
        assertThat(clean(Prose.paragraphs(1, 2) + "<h3>Most popular spindles</h3>" + Prose.paragraphs(3, 6)))
                .isEqualTo(Prose.text(1, 2) + "\n\nMost popular spindles\n\n" + Prose.text(3, 6));
    }

    @Test
    void goesOnBehindAPointerToAnotherArticle() {
        assertThat(clean(Prose.paragraphs(1, 4) + "<h4>Leggi anche</h4><p><a href=/x>Pumps return to the river</a></p>"
                        + Prose.paragraphs(5, 6)))
                .isEqualTo(TEXT);
        assertThat(clean(Prose.paragraphs(1, 6) + "<h4>延伸閱讀</h4><p>A word about the pumps of another town.</p>"))
                .isEqualTo(TEXT);
    }

    @Test
    void dropsBylinesAtTheEdgesOnly() {
        for (String byline :
                new String[] {"By Bo Ek and Eva Ström", "Von Bo Ek, Malmö", "Par Bo Ek", "بقلم محمد علي"}) {
            assertThat(clean("<p>" + byline + "</p>" + BODY)).as(byline).isEqualTo(TEXT);
            assertThat(clean(BODY + "<p>" + byline + "</p>" + Prose.paragraphs(7, 12)))
                    .contains(byline);
        }
        assertThat(clean("<p>By then nobody laughed any more</p>" + BODY)).startsWith("By then");
    }

    @Test
    void dropsStrayLinesBetweenSingleLineBreaks() {
        assertThat(clean("<div>" + Prose.paragraph(1) + "<br>Photo: Ada<br>" + Prose.paragraph(2) + "</div>"))
                .isEqualTo(Prose.paragraph(1) + "\n" + Prose.paragraph(2));
    }

    @Test
    void keepsLinksAmongItemsAndRowsOfTextAndAddressesThatAreShown() {
        String html = BODY + "<ul><li>500 g of brass</li><li><a href=/x>One spindle</a></li></ul>"
                + "<table><tr><td>Pump</td><td>2024</td></tr><tr><td><a href=/y>Valve</a></td></tr></table>"
                + "<p><a href=/z>https://works.example/report</a></p>";

        assertThat(clean(html)).contains("One spindle", "Valve", "https://works.example/report");
    }

    @Test
    void dropsLinesThatAreNothingButLinks() {
        assertThat(clean(Prose.paragraphs(1, 3) + "<p><a href=/x>Pumps return to the river</a></p>"
                        + "<h4><a href=/y>Pumps</a></h4><h4><a href=/z>Valves</a></h4>" + Prose.paragraphs(4, 6)))
                .isEqualTo(TEXT);
    }

    /// Newspapers that lay their pages out by tables have a column of headlines beside the article.
    @Test
    void dropsHeadlinesInTheLinesOfACellAndTheLabelAboveThem() {
        String headlines = "<b>Latest</b><br><a href=/1>Pumps return to the river</a><br>"
                + "<a href=/2>Valves turn by themselves</a><br><a href=/3>Up 41, down 35: a day of brass</a><br>";
        String beside = "<table><tr><td>" + BODY + "</td><td>" + headlines + "</td></tr></table>";
        String below = BODY + "<ul><li>" + headlines + "</li></ul>";

        assertThat(clean(beside)).isEqualTo(TEXT);
        assertThat(clean(below)).isEqualTo(TEXT);
    }

    @Test
    void keepsALabelledLinkAmongLinesOfText() {
        String html = BODY
                + "<table><tr><td>Pump<br><a href=/y>Valve</a><br>A spindle of brass, two feet long</td></tr></table>";

        assertThat(clean(html)).isEqualTo(TEXT + "\n\nPump\nValve\nA spindle of brass, two feet long");
    }

    @Test
    void keepsLinksWithinThePageNumberedHeadingsAndListsThatTheTextAnnounces() {
        String html = Prose.paragraphs(1, 3) + "<h2><a href='#two'>What comes next</a></h2>" + Prose.paragraphs(4, 6)
                + "<h2><a href=/p>1. The pump</a></h2><p>The halls of the plant have these reports on file:</p>"
                + "<ul><li><a href=/a>The first report</a></li><li><a href=/b>The second report</a></li></ul>";

        assertThat(clean(html)).contains("What comes next", "1. The pump", "The first report\n\nThe second report");
    }

    @Test
    void dropsHeadingsLeftWithoutText() {
        assertThat(clean(Prose.paragraphs(1, 3) + "<h2>In pictures</h2><p>Photo: Ada</p><h2>What comes next</h2>"
                        + Prose.paragraphs(4, 6) + "<h2>Sources</h2>"))
                .isEqualTo(Prose.text(1, 3) + "\n\nWhat comes next\n\n" + Prose.text(4, 6));
    }

    @Test
    void dropsAParagraphThatComesTwiceButNotAShortLine() {
        String twice = Prose.paragraph(1) + " " + Prose.paragraph(2);

        assertThat(clean("<p>" + twice + "</p><p>" + twice + "</p><p>So it goes.</p>" + BODY + "<p>So it goes.</p>"))
                .isEqualTo(twice + "\n\nSo it goes.\n\n" + TEXT + "\n\nSo it goes.");
    }
}
