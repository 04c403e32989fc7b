package org.supplierscope.ingest.feed;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.feed.FeedReading.Entry;
import org.supplierscope.ingest.feed.FeedReading.Feed;
import org.supplierscope.ingest.feed.FeedReading.NotAFeed;

/// Reads RSS, RDF and Atom. DOCTYPE declarations are not allowed, so no entity can reach a file or a network.
public final class FeedReader {

    /// The most entries taken from one feed at one time, so that a feed of a million entries is no flood.
    static final int MAX_ENTRIES = 2_000;

    private FeedReader() {}

    /// Reads a feed.
    ///
    /// @param body its bytes
    /// @param contentType the Content-Type header, for the charset; null when there was none
    /// @param base the address that it was fetched from, for relative links
    public static FeedReading read(byte[] body, @Nullable String contentType, URI base) {
        try (var reader = new XmlReader(
                new ByteArrayInputStream(body), contentType == null ? "application/xml" : contentType, true)) {
            var input = new SyndFeedInput();
            input.setAllowDoctypes(false);
            SyndFeed feed = input.build(reader);
            List<Entry> entries = feed.getEntries().stream()
                    .limit(MAX_ENTRIES)
                    .flatMap(entry -> entry(entry, base))
                    .toList();
            return new Feed(feed.getTitle(), entries);
        } catch (FeedException | IOException | RuntimeException e) {
            return new NotAFeed("not a feed that can be read: " + firstLine(e));
        }
    }

    private static Stream<Entry> entry(SyndEntry entry, URI base) {
        List<@Nullable String> candidates = new ArrayList<>();
        candidates.add(entry.getLink());
        // A guid is often the address itself (RSS 2.0, isPermaLink), and the only one that there is.
        candidates.add(entry.getUri());
        return candidates.stream()
                .filter(Objects::nonNull)
                .map(link -> absolute(link, base))
                .filter(Objects::nonNull)
                .limit(1)
                .map(link -> new Entry(link, blankToNull(entry.getTitle()), published(entry)));
    }

    private static @Nullable URI absolute(String link, URI base) {
        try {
            CanonicalAddress address = CanonicalAddress.parse(
                    base.resolve(link.strip().replace(" ", "%20")).toString());
            return address == null ? null : address.uri();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static java.time.@Nullable Instant published(SyndEntry entry) {
        Date date = entry.getPublishedDate() != null ? entry.getPublishedDate() : entry.getUpdatedDate();
        return date == null ? null : date.toInstant();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String firstLine(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.lines().findFirst().orElse("");
    }
}
