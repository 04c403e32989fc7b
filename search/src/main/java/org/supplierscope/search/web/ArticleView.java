package org.supplierscope.search.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.published.Evidence;
import org.supplierscope.ingest.published.Article;
import org.supplierscope.ingest.published.PageVerdict;
import org.supplierscope.search.query.SearchResult;

/// One article's page.
///
/// @param hit the article
/// @param model which reader decided the stances
/// @param paragraphs the text, its evidence sentences marked
/// @param notice what a reader must know of the page: that it is only the open part of an article, no article
/// at all, or cut; null when it is an article as whole as its page showed it
public record ArticleView(
        HitView hit,
        String model,
        List<List<Segment>> paragraphs,
        @Nullable String notice) {

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
        return new ArticleView(HitView.of(hit), insight.model(), List.copyOf(paragraphs), notice(insight.article()));
    }

    private static @Nullable String notice(Article article) {
        PageVerdict verdict = article.verdict() == null ? PageVerdict.ARTICLE : article.verdict();
        String told = switch (verdict) {
            case ARTICLE -> "";
            case PAYWALL_STUB -> "Only the open part of this article was shown to us";
            case NOT_AN_ARTICLE -> "This page is no article";
            case CONSENT_WALL -> "In place of an article the page asked for consent";
            case ERROR_PAGE -> "In place of an article stood an error page";
        };
        String reason = told.isEmpty() || article.verdictReason() == null ? "" : " (" + article.verdictReason() + ")";
        String cut = article.cut() == null
                ? ""
                : "The text was too long: " + article.cut() + " characters at its end were left out.";
        String notice = (told.isEmpty() ? "" : told + reason + ". ") + cut;
        return notice.isEmpty() ? null : notice.strip();
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
