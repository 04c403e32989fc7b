package org.supplierscope.ingest.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.supplierscope.ingest.fetch.FetchOutcome.Fetched;

/// A page as it was received, with what the feed said of it.
///
/// @param response address, status, headers and decoded body
/// @param fetched when
/// @param sourceId which source led to it
/// @param source that source's name
/// @param feedTitle what the feed calls it; null when it does not say
/// @param feedPublished when the feed says it was published; null when it does not say
public record CapturedPage(
        Fetched response,
        Instant fetched,
        String sourceId,
        String source,
        @Nullable String feedTitle,
        @Nullable Instant feedPublished) {

    // Fields of our own, as the WARC standard allows; their values are percent-encoded, since a WARC header is
    // one line.
    static final String SOURCE_ID = "Supplierscope-Source-Id";
    static final String SOURCE = "Supplierscope-Source";
    static final String FEED_TITLE = "Supplierscope-Feed-Title";
    static final String FEED_PUBLISHED = "Supplierscope-Feed-Published";

    /// Cuts the time to milliseconds: the finest that the record, Kafka and both databases keep alike, so that
    /// the same capture is never older than itself.
    public CapturedPage {
        fetched = fetched.truncatedTo(ChronoUnit.MILLIS);
    }

    /// The same page, led to by a source.
    CapturedPage from(String newSourceId, String newSource) {
        return new CapturedPage(response, fetched, newSourceId, newSource, feedTitle, feedPublished);
    }

    /// The page as one uncompressed WARC 1.1 response record with digests of block and payload. Its content
    /// codings are undone, as the page's are, and the headers about them are left out.
    public byte[] toWarc() throws IOException {
        var bytes = new ByteArrayOutputStream(response.body().length + 4096);
        try (var writer = new WarcWriter(Channels.newChannel(bytes), WarcCompression.NONE)) {
            writer.write(toRecord(null));
        }
        return bytes.toByteArray();
    }

    /// The page as a record. The same page has the same record id wherever it is written.
    ///
    /// @param infoId id of the `warcinfo` record of the file that it is written to; null outside of files
    WarcResponse toRecord(@Nullable URI infoId) throws IOException {
        var http = new HttpResponse.Builder(response.status(), "OK");
        response.headers().forEach(header -> http.addHeader(header.getKey(), line(header.getValue())));
        http.setHeader("Content-Length", Integer.toString(response.body().length));
        byte[] block = joined(http.build().serializeHeader(), response.body());
        WarcDigest payload = digest(response.body());
        String name = response.url() + "\n" + fetched + "\n" + payload;
        var warc = new WarcResponse.Builder(response.url())
                .version(MessageVersion.WARC_1_1)
                .recordId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)))
                .date(fetched)
                .payloadDigest(payload)
                .blockDigest(digest(block))
                .setHeader(SOURCE_ID, encoded(sourceId))
                .setHeader(SOURCE, encoded(source));
        if (infoId != null) {
            warc.warcinfoId(infoId);
        }
        if (feedTitle != null) {
            warc.setHeader(FEED_TITLE, encoded(feedTitle));
        }
        if (feedPublished != null) {
            warc.setHeader(FEED_PUBLISHED, feedPublished.toString());
        }
        return warc.body(MediaType.HTTP_RESPONSE, block).build();
    }

    /// Reads what [#toWarc] wrote.
    ///
    /// @throws IOException when the bytes are no WARC response record with our fields; the message says what is
    /// wrong
    public static CapturedPage fromWarc(byte[] bytes) throws IOException {
        try (var reader = new WarcReader(new ByteArrayInputStream(bytes))) {
            WarcRecord record = reader.next().orElseThrow(() -> new IOException("no WARC record in it"));
            if (!(record instanceof WarcResponse response)) {
                throw new IOException("a WARC record of type " + record.type() + ", not response");
            }
            HttpResponse http = response.http();
            List<Map.Entry<String, String>> headers = new ArrayList<>();
            http.headers()
                    .map()
                    .forEach((name, values) -> values.forEach(value -> headers.add(Map.entry(name, value))));
            byte[] body = http.body().stream().readAllBytes();
            MessageHeaders fields = response.headers();
            return new CapturedPage(
                    new Fetched(response.targetURI(), http.status(), List.copyOf(headers), body),
                    response.date(),
                    required(fields, SOURCE_ID),
                    required(fields, SOURCE),
                    fields.first(FEED_TITLE).map(CapturedPage::decoded).orElse(null),
                    fields.first(FEED_PUBLISHED).map(Instant::parse).orElse(null));
        } catch (EOFException e) {
            throw new IOException("a WARC record that is cut short", e);
        } catch (RuntimeException e) {
            throw new IOException("a WARC record that cannot be read: " + e.getMessage(), e);
        }
    }

    private static String required(MessageHeaders fields, String name) throws IOException {
        return decoded(fields.first(name).orElseThrow(() -> new IOException("the WARC field " + name + " is missing")));
    }

    private static byte[] joined(byte[] head, byte[] body) {
        byte[] block = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, block, head.length, body.length);
        return block;
    }

    /// SHA-1, since it is what every reader of WARC files knows; it guards against damage, not against forgers.
    private static WarcDigest digest(byte[] bytes) {
        try {
            return new WarcDigest("sha1", MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    private static String line(String value) {
        return value.replace('\r', ' ').replace('\n', ' ');
    }
}
