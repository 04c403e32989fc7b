package org.supplierscope.ingest.extract.markup;

import java.util.List;

/// What the page's JSON-LD says about its article; every field is empty when it says nothing.
///
/// @param headline the title, as the publisher's own system has it
/// @param published `datePublished` as written
/// @param authors names in order
/// @param publisher the publication's name
/// @param language `inLanguage` as written
/// @param url the article's address
/// @param body `articleBody`, often cut short
/// @param details what else it says
public record StructuredArticle(
        String headline,
        String published,
        List<String> authors,
        String publisher,
        String language,
        String url,
        String body,
        StructuredDetails details) {

    /// For a page without structured data.
    public static final StructuredArticle NONE = new StructuredArticle("", "", List.of(), "", "", "", "");

    /// An article of which nothing else is said.
    public StructuredArticle(
            String headline,
            String published,
            List<String> authors,
            String publisher,
            String language,
            String url,
            String body) {
        this(headline, published, authors, publisher, language, url, body, StructuredDetails.NONE);
    }

    /// The same with other details.
    StructuredArticle with(StructuredDetails other) {
        return new StructuredArticle(headline, published, authors, publisher, language, url, body, other);
    }
}
