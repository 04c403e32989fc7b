package org.supplierscope.ingest.published;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
/// @param text the body: paragraphs separated by a blank line, no markup; empty for a consent wall and an error
/// page, and where the page shows none
/// @param updated when it was last changed, in the forms of `published` and later than it; null when unknown
/// @param image the lead image, an absolute http or https address; null when there is none
/// @param section the part of the publication, such as `Business`; null when unknown
/// @param tags the publisher's keywords, in its order, at most 20
/// @param verdict what the page is; null in records of before there were verdicts
/// @param verdictReason why, in words; null with `verdict`
/// @param origins where a field was found, by the field's name: `json-ld`, `opengraph`, `meta`, `microdata`,
/// `time-element`, `html`, `feed`, `address`, `text`
/// @param cut how many characters were left out because the text or its page was too long: of the text, and of
/// what stands behind the part of the page that was read, which is not all the article's; null when nothing was
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
        String text,
        @Nullable String updated,
        @Nullable URI image,
        @Nullable String section,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> tags,
        @Nullable PageVerdict verdict,
        @Nullable String verdictReason,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> origins,
        @Nullable Integer cut) {

    /// Checks that the revision counts from 1, and that nothing is missing that must be there; copies the
    /// collections.
    @JsonCreator
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
        // Records of before these fields lack them.
        tags = tags == null ? List.of() : List.copyOf(tags);
        origins = origins == null ? Map.of() : Collections.unmodifiableSortedMap(new TreeMap<>(origins));
    }

    /// An article of which only the fields of the first records are known.
    public Article(
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
        this(
                id,
                revision,
                fingerprint,
                url,
                canonicalUrl,
                sourceId,
                source,
                title,
                byline,
                published,
                seen,
                language,
                siteName,
                text,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                Map.of(),
                null);
    }

    /// The same article as its revision of this number.
    public Article withRevision(int number) {
        return copy(number, verdict, verdictReason);
    }

    /// The same article with another verdict.
    public Article withVerdict(PageVerdict other, String reason) {
        return copy(revision, other, reason);
    }

    private Article copy(int number, @Nullable PageVerdict told, @Nullable String reason) {
        return new Article(
                id,
                number,
                fingerprint,
                url,
                canonicalUrl,
                sourceId,
                source,
                title,
                byline,
                published,
                seen,
                language,
                siteName,
                text,
                updated,
                image,
                section,
                tags,
                told,
                reason,
                origins,
                cut);
    }

    /// Whether it tells news: an article or the open part of one. Records without a verdict count as articles.
    public boolean tellsNews() {
        return verdict == null || verdict == PageVerdict.ARTICLE || verdict == PageVerdict.PAYWALL_STUB;
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
