package org.supplierscope.ingest.sitemap;

import java.net.URI;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.date.WrittenDate;

/// What came of reading a sitemap.
public sealed interface SitemapReading {

    /// It names pages.
    ///
    /// @param entries the newest first, those without a date last in the order of the file; at most
    /// [SitemapReader#MAX_ENTRIES]
    record Pages(List<Entry> entries, LeftOut leftOut) implements SitemapReading {

        /// Copies the entries.
        public Pages {
            entries = List.copyOf(entries);
        }

        /// The entries that may be newer than a moment: all but those whose date is certainly before it. A day
        /// without a time lasts until its end everywhere on Earth.
        public List<Entry> since(Instant moment) {
            return entries.stream()
                    .filter(entry -> entry.latest() == null || !entry.latest().isBefore(moment))
                    .toList();
        }
    }

    /// It names further sitemaps.
    ///
    /// @param children the newest first, those without a date last in the order of the file; at most
    /// [SitemapReader#MAX_CHILDREN]. Titles are always null.
    record Index(List<Entry> children, LeftOut leftOut) implements SitemapReading {

        /// Copies the children.
        public Index {
            children = List.copyOf(children);
        }
    }

    /// It is none, or could not be read.
    ///
    /// @param reason for people
    record NotASitemap(String reason) implements SitemapReading {}

    /// A page or a further sitemap.
    ///
    /// @param link absolute, canonical
    /// @param title from the news extension; null when there is none
    /// @param language from the news extension; null when there is none
    /// @param published from the news extension; null when there is none
    /// @param updated the `lastmod`; null when there is none
    record Entry(
            URI link,
            @Nullable String title,
            @Nullable String language,
            @Nullable WrittenDate published,
            @Nullable WrittenDate updated) {

        /// The date that tells how new the entry is: published, else updated; null when there is neither.
        public @Nullable WrittenDate date() {
            return published == null ? updated : published;
        }

        /// The last moment at which the entry can have changed as far as its dates tell; null without dates.
        @Nullable
        Instant latest() {
            Instant first = published == null ? null : end(published);
            Instant second = updated == null ? null : end(updated);
            if (first == null || second == null) {
                return first == null ? second : first;
            }
            return first.isAfter(second) ? first : second;
        }

        private static Instant end(WrittenDate date) {
            LocalTime time = date.time() == null ? LocalTime.MAX : date.time();
            // Where no offset is written, the day ends last at twelve hours west of Greenwich.
            ZoneOffset offset = date.offset() == null ? ZoneOffset.ofHours(-12) : date.offset();
            return date.day().atTime(time).toInstant(offset);
        }
    }

    /// What is not in a reading, and why.
    ///
    /// @param otherSites entries that lead to another site: sold advertising, or a mistake
    /// @param overLimit good entries beyond the limit, the oldest ones
    /// @param unreadable entries without an address that can be asked for
    /// @param cut whether the body was longer than [SitemapReader#MAX_BYTES] or broke off, so that its rest was
    /// not seen
    record LeftOut(int otherSites, int overLimit, int unreadable, boolean cut) {}
}
