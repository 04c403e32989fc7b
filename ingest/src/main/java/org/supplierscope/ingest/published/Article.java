package org.supplierscope.ingest.published;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// One revision of one article, as it was extracted from a fetched page.
///
/// @param id 32 hexadecimal digits, fixed by the canonical address: the same article has the same id for ever
/// @param revision counts from 1; a later revision replaces an earlier one
/// @param fingerprint 32 hexadecimal digits of title and text: equal when nothing that a reader sees has
/// changed
/// @param url the address that was fetched, after redirects
/// @param canonicalUrl the address by which the publisher wants it known; equals `url` when the page names none
/// @param sourceId id of the source that led to the article
/// @param source the source's name, for people
/// @param title one line, not blank
/// @param byline who wrote it, as printed, without "by"; null when the page does not say
/// @param published ISO 8601 with the publisher's own offset, or a plain date where the page has no time; null
/// when
/// unknown
/// @param seen when the page was fetched
/// @param language BCP 47 tag such as `en` or `zh-Hant`; null when unknown
/// @param siteName the publication's name as the page gives it; null when it does not
/// @param text the body: paragraphs separated by a blank line, no markup
public record Article(
        String id,
        int revision,
        String fingerprint,
        URI url,
        URI canonicalUrl,
        String sourceId,
        String source,
        String title,
        @Nullable String byline,
        @Nullable String published,
        Instant seen,
        @Nullable String language,
        @Nullable String siteName,
        String text) {

    /// Checks that the revision counts from 1, and that nothing is missing that must be there.
    public Article {
        requireNonNull(id, "id");
        requireNonNull(fingerprint, "fingerprint");
        requireNonNull(url, "url");
        requireNonNull(canonicalUrl, "canonicalUrl");
        requireNonNull(sourceId, "sourceId");
        requireNonNull(source, "source");
        requireNonNull(title, "title");
        requireNonNull(seen, "seen");
        requireNonNull(text, "text");
        if (revision < 1) {
            throw new IllegalArgumentException("revision counts from 1, not " + revision);
        }
    }

    /// When the article's news happened: its publication, never later than the moment it was seen (a date in
    /// the
    /// future
    /// is a mistake of the page), and that moment when no date is known. A plain date counts from midnight UTC.
    public Instant eventTime() {
        Instant told = publishedInstant();
        return told == null || told.isAfter(seen) ? seen : told;
    }

    private @Nullable Instant publishedInstant() {
        if (published == null) {
            return null;
        }
        try {
            return published.length() == 10
                    ? LocalDate.parse(published).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(published).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
