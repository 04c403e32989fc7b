package org.supplierscope.ingest.feed;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.address.LinkText;
import org.supplierscope.ingest.feed.FeedReading.Entry;
import org.supplierscope.ingest.feed.FeedReading.Feed;
import org.supplierscope.ingest.feed.FeedReading.NotAFeed;

/// Reads RSS, RDF and Atom. DOCTYPE declarations are not allowed, so no entity can reach a file or a network.
public final class FeedReader {

    /// The most entries taken from one feed at one time, so that a feed of a million entries is no flood.
    static final int MAX_ENTRIES = 2_000;

    /// No news is older than the web, and a year of five digits is a slip that no database needs to hold.
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private static final Pattern WHITESPACE = Pattern.compile("[\\s\\p{Z}]+");

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
            return new Feed(oneLine(feed.getTitle()), entries);
        } catch (UnsupportedEncodingException e) {
            // The header named a charset that there is not; the feed may name a better one itself.
            return contentType == null
                    ? new NotAFeed("not a feed that can be read: " + firstLine(e))
                    : read(body, null, base);
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
                .map(link -> new Entry(link, oneLine(entry.getTitle()), published(entry)));
    }

    private static @Nullable URI absolute(String link, URI base) {
        URI resolved = LinkText.resolve(base, link);
        CanonicalAddress address = resolved == null ? null : CanonicalAddress.parse(resolved.toString());
        return address == null ? null : address.uri();
    }

    private static @Nullable Instant published(SyndEntry entry) {
        Date date = entry.getPublishedDate() != null ? entry.getPublishedDate() : entry.getUpdatedDate();
        if (date == null) {
            return null;
        }
        Instant published = date.toInstant();
        return published.isBefore(EARLIEST) || published.isAfter(LATEST) ? null : published;
    }

    private static @Nullable String oneLine(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : WHITESPACE.matcher(text.strip()).replaceAll(" ");
    }

    private static String firstLine(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.lines().findFirst().orElse("");
    }
}
