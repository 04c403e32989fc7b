package org.supplierscope.ingest.publication;

import java.io.IOException;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.archive.CapturedPage;
import org.supplierscope.ingest.extract.ArticleExtractor;
import org.supplierscope.ingest.extract.ExtractedArticle;
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
                url, page.response().header("Content-Type"), page.response().body()));
        String title = extracted.title() != null ? extracted.title() : page.feedTitle();
        if (title == null || extracted.text().isBlank()) {
            return new Composition.NoArticle(
                    title == null ? "no title was found on the page" : "no text was found on the page");
        }
        CanonicalAddress canonical = canonical(url, extracted.canonicalUrl());
        String published = extracted.published();
        if (published == null && page.feedPublished() != null) {
            published = page.feedPublished().atOffset(ZoneOffset.UTC).toString();
        }
        return new Composition.Composed(new Article(
                canonical.id(),
                1,
                CanonicalAddress.digest(title + "\n" + extracted.text()),
                url,
                canonical.uri(),
                page.sourceId(),
                page.source(),
                title,
                extracted.byline(),
                published,
                page.fetched(),
                extracted.language(),
                extracted.siteName(),
                extracted.text()));
    }

    /// A page may name another address of its own site as the one it wants to be known by. It may not speak
    /// for another
    /// site: then anybody could replace anybody's article.
    private static CanonicalAddress canonical(URI url, @Nullable URI named) {
        var own = CanonicalAddress.of(url);
        CanonicalAddress other = named == null ? null : CanonicalAddress.parse(named.toString());
        return other != null && site(other).equals(site(own)) ? other : own;
    }

    private static String site(CanonicalAddress address) {
        // A copy at an AMP cache is its publisher's page.
        String authority = new CanonicalAddress(address.identity()).authority().toLowerCase(Locale.ROOT);
        for (String prefix : new String[] {"www.", "amp.", "m."}) {
            if (authority.startsWith(prefix)) {
                return authority.substring(prefix.length());
            }
        }
        return authority;
    }
}
