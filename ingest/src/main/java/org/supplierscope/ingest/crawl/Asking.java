package org.supplierscope.ingest.crawl;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.supplierscope.ingest.fetch.FetchOutcome;
import org.supplierscope.ingest.fetch.Fetcher;
import org.supplierscope.ingest.fetch.Trust;
import org.supplierscope.ingest.frontier.Turn;
import org.supplierscope.ingest.source.Source;

/// Sends the requests of the crawl, each as its source wants it.
final class Asking {

    /// RFC 9309, section 2.5, asks for 500 KiB at least.
    private static final int ROBOTS_BYTES = 512 * 1024;

    private final Fetcher fetcher;

    Asking(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /// Asks for what a turn is about; a listing only if it has changed.
    FetchOutcome about(Turn turn) {
        Map<String, String> conditions = new LinkedHashMap<>();
        if (turn.etag() != null) {
            conditions.put("If-None-Match", turn.etag());
        }
        if (turn.lastModified() != null) {
            conditions.put("If-Modified-Since", turn.lastModified());
        }
        return ask(turn.source(), turn.url(), conditions);
    }

    /// Asks for a robots.txt on behalf of a source. Of one that is too long, its beginning is what counts.
    FetchOutcome robots(Source source, URI url) {
        return fetcher.fetchBeginning(url, trust(source), ROBOTS_BYTES);
    }

    private FetchOutcome ask(Source source, URI url, Map<String, String> conditions) {
        return fetcher.fetch(url, conditions, trust(source));
    }

    private static Trust trust(Source source) {
        return source.verifyCertificate() ? Trust.VERIFIED : Trust.ANY_CERTIFICATE;
    }
}
