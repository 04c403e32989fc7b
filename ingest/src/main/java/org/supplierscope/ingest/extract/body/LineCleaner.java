package org.supplierscope.ingest.extract.body;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Cleans the chosen body line by line: what is not the article's own text goes.
final class LineCleaner {

    /// The part of the text that must have been read before a line can end the article.
    private static final double MOST_READ = 0.5;
    /// The same before a line that stands inside articles as well.
    private static final double NEARLY_ALL_READ = 0.8;
    /// A sentence that announces a list of links by a colon, and not just a label such as "More:".
    private static final int SHORTEST_ANNOUNCEMENT = 30;
    /// A label and a headline or two already reach it.
    private static final double MOSTLY_LINKS = 0.8;

    private final StrayLines strays;
    private final List<Line> kept = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    /// Whether the line before was dropped.
    private boolean afterStray;

    private LineCleaner(StrayLines strays) {
        this.strays = strays;
    }

    /// The blocks of the body that are the article's own.
    static List<Block> clean(List<Block> body, StrayLines strays) {
        return new LineCleaner(strays)
                .clean(fromHeadline(body.stream().map(Line::of).toList(), strays));
    }

    /// What stands before the headline is not the article, provided that most of the text stands behind it.
    private static List<Line> fromHeadline(List<Line> body, StrayLines strays) {
        int before = 0;
        for (int i = 0; i < body.size(); i++) {
            Line line = body.get(i);
            if (line.isHeading() && strays.isTitle(line)) {
                List<Line> rest = body.subList(i + 1, body.size());
                return weight(rest) > before ? rest : body;
            }
            before += line.block().weight();
        }
        return body;
    }

    private List<Block> clean(List<Line> body) {
        int total = weight(body);
        int passed = 0;
        for (int i = 0; i < body.size(); i++) {
            Line line = body.get(i);
            passed += line.block().weight();
            if (passed > MOST_READ * total
                    && StrayLines.endsArticle(line)
                    && (passed > NEARLY_ALL_READ * total || !StrayLines.standsInside(line))) {
                break;
            }
            boolean stray = strays.isStray(line, kept.size(), body.size() - i)
                    || isStrayLink(body, i)
                    || headsStrayLinks(body, i);
            if (stray) {
                afterStray = true;
                continue;
            }
            if (line.isHeading() && afterStray) {
                dropHeadingOfStrays();
            }
            if (!isRepeated(line)) {
                kept.add(line);
            }
            afterStray = false;
        }
        while (!kept.isEmpty() && kept.getLast().isHeading()) {
            kept.removeLast();
        }
        return kept.stream().map(Line::block).toList();
    }

    /// A heading whose lines were all dropped headed something else.
    private void dropHeadingOfStrays() {
        if (!kept.isEmpty() && kept.getLast().isHeading()) {
            kept.removeLast();
        }
    }

    /// Paragraphs come twice where a page shows a summary; short lines may be meant to.
    private boolean isRepeated(Line line) {
        return line.isLong() && !seen.add(line.block().text());
    }

    /// A line that is nothing but a link leads elsewhere, unless the text announces a list of links by a colon.
    private boolean isStrayLink(List<Line> body, int index) {
        Line line = body.get(index);
        if (!line.isLink()) {
            return false;
        }
        if (line.isHeading()) {
            boolean numbered = Character.isDigit(line.block().text().charAt(0));
            return !numbered
                    && (afterStray
                            || index + 1 == body.size()
                            || !body.get(index + 1).block().isRunningText());
        }
        if (isBesideAnItemOfText(body, index)) {
            return false;
        }
        if (line.block().kind() == BlockKind.LIST_ITEM && !kept.isEmpty()) {
            Line before = kept.getLast();
            boolean announced = before.block().weight() >= SHORTEST_ANNOUNCEMENT
                    && before.block().text().endsWith(":");
            boolean continued = before.block().kind() == BlockKind.LIST_ITEM && before.isLink();
            return !announced && !continued;
        }
        return true;
    }

    /// Beside an article that is laid out by tables stands a column of headlines, lines of one cell under a
    /// label; the label goes with the links that it heads.
    private boolean headsStrayLinks(List<Line> body, int index) {
        Line line = body.get(index);
        return line.isLabel()
                && !line.block().endsSentence()
                && line.block().run().linkShare() > MOSTLY_LINKS
                && index + 1 < body.size()
                && !body.get(index + 1).block().opens()
                && isStrayLink(body, index + 1);
    }

    /// Among the ingredients of a dish or the rows of a table some are links; a list of links has nothing else,
    /// or a label with a colon. Lines of one item are no items: those are told by the run that they make.
    private static boolean isBesideAnItemOfText(List<Line> body, int index) {
        return isItemOfText(body, index - 1, body.get(index)) || isItemOfText(body, index + 1, body.get(index));
    }

    private static boolean isItemOfText(List<Line> body, int index, Line item) {
        BlockKind kind = item.block().kind();
        if (index < 0 || index >= body.size() || (kind != BlockKind.LIST_ITEM && kind != BlockKind.TABLE_ROW)) {
            return false;
        }
        Block other = body.get(index).block();
        return other.kind() == kind
                && !other.region().equals(item.block().region())
                && !other.text().endsWith(":")
                && Objects.equals(other.region().parent, item.block().region().parent)
                && other.linkShare() < 0.5;
    }

    private static int weight(List<Line> lines) {
        return lines.stream().mapToInt(line -> line.block().weight()).sum();
    }
}
