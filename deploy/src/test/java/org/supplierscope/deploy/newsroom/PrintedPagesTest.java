package org.supplierscope.deploy.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.supplierscope.analysis.catalogue.Catalogue;
import org.supplierscope.analysis.mention.FoldedText;
import org.supplierscope.analysis.mention.Mention;
import org.supplierscope.analysis.mention.MentionFinder;
import org.supplierscope.ingest.extract.ArticleExtractor;
import org.supplierscope.ingest.extract.ExtractedArticle;
import org.supplierscope.ingest.extract.PageSource;

/// What is read from the newsroom's pages as its sites print them, with their menus and columns.
class PrintedPagesTest {

    private static final List<Printed> PRINTED = new ArrayList<>();

    private record Printed(Site site, Piece piece, ExtractedArticle read) {}

    @BeforeAll
    static void readsThem() {
        for (Site site : Sites.all()) {
            var templates = new SiteTemplates(site, new NewsCalendar(0), "http://127.0.0.1:9");
            for (Piece piece : site.pieces()) {
                byte[] page = templates.article(piece).getBytes(StandardCharsets.UTF_8);
                var url = URI.create("http://127.0.0.1:9" + site.path(piece));
                PRINTED.add(new Printed(
                        site, piece, new ArticleExtractor().extract(new PageSource(url, "text/html", page))));
            }
        }
    }

    @Test
    void tellEveryParagraphOfThePiece() {
        assertThat(PRINTED)
                .allSatisfy(printed -> assertThat(printed.read().text())
                        .contains(printed.piece().blocks().stream()
                                .map(Piece.Block::text)
                                .toList()));
    }

    @Test
    void tellNoHeadlineOfAnotherPiece() {
        assertThat(PRINTED)
                .allSatisfy(printed -> assertThat(printed.read().text())
                        .doesNotContain(printed.site().pieces().stream()
                                .map(Piece::title)
                                .toList())
                        .doesNotContain("Latest"));
    }

    @Test
    void nameEverySupplierOfWhichThePieceTells() {
        var catalogue = Catalogue.shipped();
        var finder = MentionFinder.ofSuppliers(catalogue);

        assertThat(PRINTED).allSatisfy(printed -> {
            var text = new FoldedText(
                    printed.read().title() + "\n" + printed.read().text());
            Set<String> named = finder.find(text).stream()
                    .map(Mention::supplier)
                    .map(id -> catalogue.supplier(id).orElseThrow().name())
                    .collect(Collectors.toSet());
            assertThat(named).containsAll(printed.piece().courses().keySet());
        });
    }
}
