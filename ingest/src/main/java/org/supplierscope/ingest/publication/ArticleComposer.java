package org.supplierscope.ingest.publication;

import crawlercommons.domains.EffectiveTldFinder;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.archive.CapturedPage;
import org.supplierscope.ingest.extract.ArticleExtractor;
import org.supplierscope.ingest.extract.ExtractedArticle;
import org.supplierscope.ingest.extract.FeedHint;
import org.supplierscope.ingest.extract.PageSource;
import org.supplierscope.ingest.published.Article;

/// Makes an article of a record of `pages.v1`. Pure; thread-safe.
final class ArticleComposer {

    private final ArticleExtractor extractor = new ArticleExtractor();

    /// What came of a page.
    sealed interface Composition {

        /// An article, its revision not yet known (1 for now).
        record Composed(Article article) implements Composition {}

        /// Nothing to publish.
        ///
        /// @param reason for people
        record NoArticle(String reason) implements Composition {}
    }

    /// Reads a record and extracts its article.
    Composition compose(byte[] warc) {
        CapturedPage page;
        try {
            page = CapturedPage.fromWarc(warc);
        } catch (IOException e) {
            return new Composition.NoArticle("not a page as the crawl stores them: " + e.getMessage());
        }
        URI url = page.response().url();
        ExtractedArticle extracted = extractor.extract(new PageSource(
                url,
                page.response().header("Content-Type"),
                page.response().body(),
                page.response().status(),
                new FeedHint(page.feedTitle(), page.feedPublished())));
        if (extracted.title() == null) {
            return new Composition.NoArticle(
                    "no title was found on the page; of the page itself: " + extracted.verdictReason());
        }
        CanonicalAddress canonical = canonical(url, extracted.canonicalUrl());
        return new Composition.Composed(new Article(
                canonical.id(),
                1,
                Fingerprint.of(extracted.title(), extracted.text(), extracted.verdict()),
                url,
                canonical.uri(),
                page.sourceId(),
                page.source(),
                extracted.title(),
                extracted.byline(),
                extracted.published(),
                page.fetched(),
                extracted.language(),
                extracted.siteName(),
                extracted.text(),
                extracted.updated(),
                extracted.image(),
                extracted.section(),
                extracted.tags(),
                extracted.verdict(),
                extracted.verdictReason(),
                extracted.origins(),
                extracted.cut()));
    }

    /// A page may name another address of its own site as the one it wants to be known by. It may not speak for
    /// another site: then anybody could replace anybody's article, and an article that was syndicated is
    /// another source's word for the same story, which is joined by its text later.
    private static CanonicalAddress canonical(URI url, @Nullable URI named) {
        var own = CanonicalAddress.of(url);
        CanonicalAddress other = named == null ? null : CanonicalAddress.parse(named.toString());
        return other != null && site(other).equals(site(own)) ? other : own;
    }

    /// The registered domain (by the public suffix list with its private part: two blogs of one platform are
    /// two sites), with the port.
    private static String site(CanonicalAddress address) {
        // A copy at an AMP cache is its publisher's page.
        URI uri = address.identity();
        String host = uri.getHost();
        String domain = EffectiveTldFinder.getAssignedDomain(host, true, false);
        return (domain == null ? host : domain) + ":" + uri.getPort();
    }
}
