package org.supplierscope.ingest.extract.field;

import java.util.Locale;

/// Where the value of a field was found.
public enum Origin {
    /// Structured data in a script.
    JSON_LD,
    /// `meta` elements of the Open Graph family, `article:…` and `twitter:…` included.
    OPENGRAPH,
    /// Other `meta` elements.
    META,
    /// `itemprop` attributes.
    MICRODATA,
    /// A `time` element.
    TIME_ELEMENT,
    /// What elements say by their place: headings, `title`, `link`, `lang`, author and tag links, images.
    HTML,
    /// The feed that led to the page.
    FEED,
    /// The page's address.
    ADDRESS,
    /// The visible text.
    TEXT;

    /// The word by which it is told: lower case, with hyphens.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The origin of a value found in the `meta` element of this name.
    static Origin ofMeta(String name) {
        boolean graph = name.startsWith("og:") || name.startsWith("article:") || name.startsWith("twitter:");
        return graph ? OPENGRAPH : META;
    }
}
