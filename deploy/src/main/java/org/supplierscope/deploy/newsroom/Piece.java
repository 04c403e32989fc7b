package org.supplierscope.deploy.newsroom;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/// One article of the newsroom.
///
/// @param slug its address below the site's articles
/// @param title headline
/// @param author a desk, never a person
/// @param published with the site's own offset
/// @param language BCP 47 tag
/// @param section of the site
/// @param sourceName who reported the facts
/// @param sourceUrl where
/// @param courses for each supplier that it is about, the stance that it tells, as our own reading of the rules
/// @param groups the same for groups that it does not name
/// @param blocks paragraphs and headings in order
public record Piece(
        String slug,
        String title,
        String author,
        OffsetDateTime published,
        String language,
        String section,
        String sourceName,
        String sourceUrl,
        Map<String, String> courses,
        Map<String, String> groups,
        List<Block> blocks) {

    /// Copies the collections.
    public Piece {
        courses = Map.copyOf(courses);
        groups = Map.copyOf(groups);
        blocks = List.copyOf(blocks);
    }

    /// A paragraph or a heading.
    ///
    /// @param heading whether it is a heading
    /// @param text one line
    public record Block(boolean heading, String text) {}

    /// The same piece with another date.
    Piece publishedAt(OffsetDateTime other) {
        return new Piece(slug, title, author, other, language, section, sourceName, sourceUrl, courses, groups, blocks);
    }

    /// The first paragraph, for teasers and feeds.
    public String lead() {
        return blocks.stream()
                .filter(block -> !block.heading())
                .map(Block::text)
                .findFirst()
                .orElse("");
    }
}
