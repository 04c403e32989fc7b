package org.supplierscope.ingest.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.archive.CapturedPage;
import org.supplierscope.ingest.fetch.FetchOutcome.Fetched;

/// Captured pages for tests.
final class Pages {

    static final Instant FETCHED = Instant.parse("2026-03-04T05:06:07Z");

    private Pages() {}

    /// A page with a title and enough text to be an article.
    static String html(String title, String head) {
        return "<!doctype html><html><head><meta charset=utf-8><title>" + title + "</title>" + head
                + "</head><body><article><h1>" + title + "</h1>"
                + ("<p>The mill said on Tuesday that it would add a second line for wide strip, and that it had hired"
                                + " forty people to run it through the winter.</p>")
                        .repeat(4)
                + "</article></body></html>";
    }

    static byte[] warc(String url, String html) {
        return warc(url, html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8", null, null);
    }

    static byte[] warc(
            String url, byte[] body, String contentType, @Nullable String feedTitle, @Nullable Instant feedPublished) {
        var response = new Fetched(URI.create(url), 200, List.of(Map.entry("Content-Type", contentType)), body);
        try {
            return new CapturedPage(response, FETCHED, "mill-news", "Mill News", feedTitle, feedPublished).toWarc();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
