package org.supplierscope.deploy.newsroom;

import java.util.Comparator;
import java.util.List;

/// One news site.
///
/// @param id folder of its pieces and templates
/// @param name masthead
/// @param language BCP 47 tag
/// @param feedPath where its feed is
/// @param articlePath what stands before an article's slug
/// @param articleSuffix what stands after it
/// @param crawlDelay what its robots.txt asks for, in seconds, as written there; empty when it does not ask
/// @param pieces newest first
record Site(
        String id,
        String name,
        String language,
        String feedPath,
        String articlePath,
        String articleSuffix,
        String crawlDelay,
        List<Piece> pieces) {

    Site {
        pieces = pieces.stream()
                .sorted(Comparator.comparing(Piece::published).reversed())
                .toList();
    }

    /// The same site with other pieces.
    Site with(List<Piece> others) {
        return new Site(id, name, language, feedPath, articlePath, articleSuffix, crawlDelay, others);
    }

    /// An article's path on the site.
    String path(Piece piece) {
        return articlePath + piece.slug() + articleSuffix;
    }
}
