package org.supplierscope.ingest.sitemap;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.address.LinkText;
import org.supplierscope.ingest.address.Site;
import org.supplierscope.ingest.date.WrittenDate;
import org.supplierscope.ingest.sitemap.SitemapReading.Entry;
import org.supplierscope.ingest.sitemap.SitemapReading.Index;
import org.supplierscope.ingest.sitemap.SitemapReading.LeftOut;
import org.supplierscope.ingest.sitemap.SitemapReading.Pages;

/// Keeps the newest entries of a sitemap in bounded memory and counts the others.
final class Selection {

    /// The newest first, undated ones last, in the order of the file where dates do not decide.
    private static final Comparator<Ranked> NEWEST_FIRST =
            Comparator.comparing(Ranked::moment).reversed().thenComparingInt(Ranked::place);

    private final URI address;
    private final Site site;
    private boolean cut;
    private final PriorityQueue<Ranked> kept = new PriorityQueue<>(NEWEST_FIRST.reversed());
    private int limit = SitemapReader.MAX_ENTRIES;
    private int offered;
    private int otherSites;
    private int overLimit;
    private int unreadable;

    Selection(URI address, Site site, boolean cut) {
        this.address = address;
        this.site = site;
        this.cut = cut;
    }

    /// Takes an entry into account.
    ///
    /// @param link as it stands in the sitemap
    void offer(
            String link,
            @Nullable String title,
            @Nullable String language,
            @Nullable WrittenDate published,
            @Nullable WrittenDate updated) {
        URI resolved = LinkText.resolve(address, link);
        CanonicalAddress canonical = resolved == null ? null : CanonicalAddress.parse(resolved.toString());
        offered++;
        if (canonical == null) {
            unreadable++;
        } else if (!site.holds(canonical.uri())) {
            otherSites++;
        } else {
            Entry entry = new Entry(canonical.uri(), title, language, published, updated);
            WrittenDate date = entry.date();
            kept.add(new Ranked(entry, date == null ? Instant.MIN : date.instant(), offered));
            if (kept.size() > limit) {
                kept.poll();
                overLimit++;
            }
        }
    }

    /// The body ends within an entry.
    void breakOff() {
        cut = true;
    }

    boolean isEmpty() {
        return offered == 0;
    }

    Pages pages() {
        return new Pages(sorted(), leftOut());
    }

    Index index() {
        return new Index(sorted(), leftOut());
    }

    /// From here on only so many are kept.
    void limitTo(int most) {
        limit = most;
    }

    private List<Entry> sorted() {
        return kept.stream().sorted(NEWEST_FIRST).map(Ranked::entry).toList();
    }

    private LeftOut leftOut() {
        return new LeftOut(otherSites, overLimit, unreadable, cut);
    }

    private record Ranked(Entry entry, Instant moment, int place) {}
}
