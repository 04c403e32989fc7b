package org.supplierscope.search.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.supplierscope.analysis.published.Evidence;
import org.supplierscope.search.query.SearchResult;

/// One article's page.
///
/// @param hit the article
/// @param model which reader decided the stances
/// @param paragraphs the text, its evidence sentences marked
public record ArticleView(HitView hit, String model, List<List<Segment>> paragraphs) {

    /// A piece of a paragraph.
    ///
    /// @param text as published
    /// @param css style class of the side that it is evidence for; empty for none
    public record Segment(String text, String css) {}

    static ArticleView of(SearchResult.Hit hit) {
        var insight = hit.insight();
        List<Evidence> evidence = Stream.concat(
                        insight.suppliers().stream().flatMap(supplier -> supplier.evidence().stream()),
                        insight.groups().stream().flatMap(group -> group.evidence().stream()))
                .distinct()
                .toList();
        List<List<Segment>> paragraphs = new ArrayList<>();
        for (String paragraph : insight.article().text().split("\n{2,}", -1)) {
            paragraphs.add(segments(paragraph, evidence));
        }
        return new ArticleView(HitView.of(hit), insight.model(), List.copyOf(paragraphs));
    }

    private record Span(int from, int to, String css) {}

    private static List<Segment> segments(String paragraph, List<Evidence> evidence) {
        List<Span> spans = evidence.stream()
                .map(told -> {
                    int at = paragraph.indexOf(told.sentence());
                    return new Span(at, at + told.sentence().length(), StanceView.css(told.side()));
                })
                .filter(span -> span.from() >= 0)
                .sorted(Comparator.comparingInt(Span::from).thenComparing(Span::to, Comparator.reverseOrder()))
                .toList();
        List<Segment> segments = new ArrayList<>();
        int at = 0;
        for (Span span : spans) {
            // Two suppliers may rest on one sentence, or on two that overlap; nothing is marked twice.
            int from = Math.max(at, span.from());
            if (from < span.to()) {
                if (from > at) {
                    segments.add(new Segment(paragraph.substring(at, from), ""));
                }
                segments.add(new Segment(paragraph.substring(from, span.to()), span.css()));
                at = span.to();
            }
        }
        if (at < paragraph.length()) {
            segments.add(new Segment(paragraph.substring(at), ""));
        }
        return List.copyOf(segments);
    }
}
