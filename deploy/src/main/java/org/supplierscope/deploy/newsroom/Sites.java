package org.supplierscope.deploy.newsroom;

import java.time.OffsetDateTime;
import java.util.List;

/// The sites of the newsroom. Which pieces are on which is listed in `newsroom/articles.txt`, since a program's
/// resources cannot be listed.
final class Sites {

    private static final List<Site> ALL = List.of(
            site("lens-week", "Lens Week", "en", "/feed.xml", "/", "/", "0.5"),
            site("photon-post", "Photon Post", "en", "/atom.xml", "/articles/", ".html", "0.4"),
            site("harbour-daily", "Harbour Daily", "en", "/rss/business.rdf", "/business/", "", "0.3"),
            site("guangxun", "光訊觀察", "zh-Hant", "/rss", "/news/", ".htm", "0.4"),
            site("stack-radar", "Stack Radar", "en", "/feed/", "/article/", "/", ""));

    private Sites() {}

    static List<Site> all() {
        return ALL;
    }

    /// When the newest piece of all sites was published.
    static OffsetDateTime newest() {
        return ALL.stream()
                .flatMap(site -> site.pieces().stream())
                .map(Piece::published)
                .max(OffsetDateTime.timeLineOrder())
                .orElseThrow();
    }

    private static Site site(
            String id, String name, String language, String feed, String before, String after, String crawlDelay) {
        List<Piece> pieces = Newsroom.file("articles.txt")
                .lines()
                .filter(line -> line.startsWith(id + "/"))
                .map(line -> {
                    String slug = line.substring(id.length() + 1, line.length() - ".md".length());
                    return PieceFile.read(slug, Newsroom.file("articles/" + line));
                })
                .toList();
        return new Site(id, name, language, feed, before, after, crawlDelay, pieces);
    }
}
