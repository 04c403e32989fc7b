package org.supplierscope.ingest.extract.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.supplierscope.ingest.extract.Prose;

class BodyReaderTest {

    private static String read(String html) {
        return BodyReader.of(Jsoup.parse(html)).text("A title of its own", null, "");
    }

    private static String read(String html, String articleBody) {
        return BodyReader.of(Jsoup.parse(html)).text("A title of its own", null, articleBody);
    }

    @Test
    void joinsABodyThatAdvertisementsCutApart() {
        String html = "<main><div class=piece>" + Prose.paragraphs(1, 3) + "</div><div class=ad>Buy spindles now.</div>"
                + "<div class=piece>" + Prose.paragraphs(4, 6) + "</div><div class=ad>Buy more.</div><div class=piece>"
                + Prose.paragraphs(7, 9) + "</div></main><footer>The Works Courier</footer>";

        assertThat(read(html)).isEqualTo(Prose.text(1, 9));
    }

    @Test
    void joinsPiecesThatAreEachNamedTheBody() {
        String html = "<div id=page><div><div class=article-body>" + Prose.paragraphs(1, 8) + "</div></div>"
                + "<div><div class=article-body>" + Prose.paragraphs(9, 10) + "</div></div></div>";

        assertThat(read(html)).isEqualTo(Prose.text(1, 10));
    }

    @Test
    void prefersTheRegionThatIsNamedTheBodyToTheOneAroundIt() {
        String html = "<div><div class=article-body>" + Prose.paragraphs(1, 8) + "</div>" + Prose.paragraphs(20, 21)
                + "</div>";

        assertThat(read(html)).isEqualTo(Prose.text(1, 8));
    }

    @Test
    void leavesLongTextOutsideTheRegionThatHoldsNearlyAll() {
        String html = "<div><div>" + Prose.paragraphs(1, 12) + "</div><div><p>Imprint: " + Prose.paragraph(30)
                + "</p></div></div>";

        assertThat(read(html)).isEqualTo(Prose.text(1, 12));
    }

    @Test
    void readsBareLinesAndBreaksAsParagraphs() {
        String html = "<div>" + Prose.paragraph(1) + "<br><br>" + Prose.paragraph(2) + "<br>\n<br>" + Prose.paragraph(3)
                + "</div><div>" + Prose.paragraph(4) + "</div>";

        assertThat(read(html)).isEqualTo(Prose.text(1, 4));
    }

    @Test
    void stripsWhatItsMarkupCallsAside() {
        String[] asides = {
            "<nav>%s</nav>",
            "<aside>%s</aside>",
            "<footer>%s</footer>",
            "<form>%s</form>",
            "<div role=dialog>%s</div>",
            "<div hidden>%s</div>",
            "<div style='color:red; display: none'>%s</div>",
            "<div class=related-posts>%s</div>",
            "<div id=newsletterSignup>%s</div>",
            "<div class='box share_bar'>%s</div>",
            "<div itemprop=keywords>%s</div>",
            "<figure><figcaption>%s</figcaption></figure>",
            "<script>%s</script>",
            "<button>%s</button>",
            "<section class=comments>%s</section>",
            "<article class=sidebar-item>%s</article>"
        };
        for (String aside : asides) {
            String html = "<div>" + Prose.paragraphs(1, 5) + aside.formatted(Prose.paragraph(9))
                    + Prose.paragraphs(6, 8) + "</div>";

            assertThat(read(html)).as(aside).isEqualTo(Prose.text(1, 8));
        }
    }

    @Test
    void neverStripsMoreThanAQuarterOfTheTextForAName() {
        String html = "<div class='page no-sidebar has-comments'>" + Prose.paragraphs(1, 6) + "</div><div>"
                + Prose.paragraphs(7, 9) + "</div>";

        assertThat(read(html)).startsWith(Prose.text(1, 6));
    }

    @Test
    void countsTextOfASuspectNameForLess() {
        String html =
                "<div>" + Prose.paragraphs(1, 8) + "</div><div class=comments>" + Prose.paragraphs(10, 13) + "</div>";

        assertThat(read(html)).isEqualTo(Prose.text(1, 8));
    }

    @Test
    void keepsEmbeddedPostsListsTablesAndQuotesInOrder() {
        String html = "<article>" + Prose.paragraphs(1, 4)
                + "<div class=social-embed><blockquote>Spindles are back, wrote the mayor.</blockquote></div>"
                + "<ol><li>First comes the order.</li><li>Then comes the steel.</li></ol>"
                + "<table><tr><th>Year</th><th>Halls</th></tr><tr><td>2024</td><td>Two</td></tr></table>"
                + Prose.paragraphs(5, 6) + "</article>";

        assertThat(read(html))
                .isEqualTo(Prose.text(1, 4)
                        + "\n\nSpindles are back, wrote the mayor.\n\nFirst comes the order.\n\nThen comes the steel."
                        + "\n\nYear\tHalls\n\n2024\tTwo\n\n" + Prose.text(5, 6));
    }

    @Test
    void dropsRowsOfTeasers() {
        String teaser = "<div class=card><a href=/x>How the pumps came to town</a><p>A short word on pumps.</p></div>";
        String html = "<main>" + Prose.paragraphs(1, 6) + "<div>" + teaser.repeat(3) + "</div></main>";

        assertThat(read(html)).isEqualTo(Prose.text(1, 6));
    }

    @Test
    void keepsTwoBooksWithALinkEach() {
        String book = "<div class=card><a href=/x>How the pumps came to town</a><p>A short word on pumps.</p></div>";

        assertThat(read("<main>" + Prose.paragraphs(1, 6) + "<div>" + book.repeat(2) + Prose.paragraphs(7, 8)
                        + "</div></main>"))
                .contains("A short word on pumps.");
    }

    @Test
    void keepsCardsThatAreWhatThePageIsAbout() {
        String card =
                "<div class=card><a href=/x>How the pumps came to town</a><p>" + Prose.paragraph(7) + "</p></div>";

        assertThat(read("<main>" + Prose.paragraphs(1, 3) + card.repeat(4) + "</main>"))
                .contains(Prose.paragraph(7));
    }

    @Test
    void dropsExcerptsThatBreakOffHoweverManyThereAre() {
        String excerpt = "<li><a href=/x>How the pumps came to town</a> "
                + Prose.paragraph(9).replace("spring.", "spring and ...") + "</li>";
        String html = "<main>" + Prose.paragraphs(1, 4) + "<ul>" + excerpt.repeat(6) + "</ul></main>";

        assertThat(read(html)).isEqualTo(Prose.text(1, 4));
    }

    @Test
    void startsAtTheHeadlineWhereMostOfTheTextFollowsIt() {
        String html = "<div><p>Breaking: the bridge at the river is closed until further notice.</p>"
                + "<h1>A title of its own</h1>" + Prose.paragraphs(1, 4) + "</div>";

        assertThat(read(html)).isEqualTo(Prose.text(1, 4));
    }

    @Test
    void readsAWholePageWhoseNamesMislead() {
        String html = "<div class=widget>" + Prose.paragraph(1) + "</div><div class=promo>" + Prose.paragraph(2)
                + "</div><div class=meta>" + Prose.paragraph(3) + "</div><div class=banner>" + Prose.paragraph(4)
                + "</div><div class=menu>" + Prose.paragraph(5) + "</div>";

        assertThat(read(html)).isEqualTo(Prose.text(1, 5));
    }

    @Test
    void takesTheRegionWhereTheDeclaredBodyStarts() {
        String html = "<div>" + Prose.paragraphs(1, 4) + "</div><div>" + Prose.paragraphs(10, 40) + "</div>";

        assertThat(read(html, Prose.text(1, 4).replace("\n\n", " "))).isEqualTo(Prose.text(1, 4));
    }

    @Test
    void takesTheDeclaredBodyItselfWhereThePageShowsLessThanHalf() {
        assertThat(read(
                        "<p>" + Prose.paragraph(1) + "</p>",
                        "<p>" + Prose.paragraph(1) + "</p>\n" + Prose.paragraphs(2, 4)))
                .isEqualTo(Prose.text(1, 4));
    }

    @Test
    void givesTheNearestLinesFirst() {
        var reader = BodyReader.of(Jsoup.parse("<p>Monday</p><p>World</p><h1>A title of its own</h1><p>By Ada</p>"));

        assertThat(reader.linesNear("A title of its own"))
                .containsExactly("A title of its own", "By Ada", "World", "Monday");
        assertThat(reader.linesNear(null)).startsWith("Monday", "World");
        assertThat(reader.labels()).containsExactly("Monday", "World", "A title of its own", "By Ada");
    }

    @Test
    void readsNothingFromAnEmptyPage() {
        assertThat(read("")).isEmpty();
        assertThat(read("<frameset><frame src=x></frameset>")).isEmpty();
    }
}
