package org.supplierscope.ingest.published;

/// What a fetched page turned out to be.
public enum PageVerdict {
    /// An article, as whole as the page shows it.
    ARTICLE,
    /// A page that tells of articles or shows something else: front page or section, tag or author page, search
    /// results, video, gallery, product; or no page at all, such as a PDF document.
    NOT_AN_ARTICLE,
    /// The beginning of an article whose rest is for subscribers.
    PAYWALL_STUB,
    /// A page that asks for consent to cookies before it shows anything.
    CONSENT_WALL,
    /// A page in the place of an article that is not there: not found, maintenance, refused country, log-in,
    /// script demanded.
    ERROR_PAGE
}
