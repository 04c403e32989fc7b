package org.supplierscope.ingest.archive;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcDigest;
import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.archive.RecordReading.Kind;
import org.supplierscope.ingest.archive.RecordReading.Page;
import org.supplierscope.ingest.archive.RecordReading.PassedOver;
import org.supplierscope.ingest.archive.WarcFile.Found;
import org.supplierscope.ingest.fetch.FetchOutcome.Fetched;
import org.supplierscope.ingest.media.PageForm;

/// Makes pages of the records of archives, whoever wrote them.
///
/// Addresses are only data here: nothing is asked of them, so private ones are no danger.
final class RecordReader {

    /// The largest page that the crawl takes by default, and that fits a record of the topic.
    private static final int MAX_PAGE = 8 * 1024 * 1024;
    /// The first web page is from December 1990; an earlier date is a mistake.
    private static final Instant FIRST_PAGE = Instant.parse("1990-12-01T00:00:00Z");
    /// A date in the future would outrank every later capture of the page. A day covers wrong time zones.
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");

    private final Clock clock;

    RecordReader(Clock clock) {
        this.clock = clock;
    }

    /// Reads a record.
    RecordReading read(Found.Whole record) {
        WarcHeader header = record.header();
        try {
            if (!matches(record.block(), header.field("warc-block-digest"))) {
                return new PassedOver(Kind.BROKEN, "a record that does not match its own digest");
            }
            return switch (header.type()) {
                case "response" -> response(header, record.block());
                case "resource" -> resource(header, record.block());
                case "revisit" -> new PassedOver(Kind.REVISIT, null);
                default -> new PassedOver(Kind.NO_CAPTURE, null);
            };
        } catch (BrokenArchiveException e) {
            return new PassedOver(Kind.BROKEN, e.getMessage());
        } catch (BodyCoding.TooLargeException e) {
            return new PassedOver(Kind.TOO_LARGE, null);
        }
    }

    /// True also where no digest is told, or one of a kind that we cannot work out.
    private static boolean matches(byte[] block, @Nullable String told) {
        if (told == null) {
            return true;
        }
        try {
            var digest = new WarcDigest(told);
            return Arrays.equals(digest.bytes(), digest.getDigester().digest(block));
        } catch (NoSuchAlgorithmException | RuntimeException e) {
            return true;
        }
    }

    private RecordReading response(WarcHeader header, byte[] block)
            throws BrokenArchiveException, BodyCoding.TooLargeException {
        String type = WarcHeader.mediaType(header.field("content-type"));
        if (!type.isEmpty() && !type.equals("application/http")) {
            return new PassedOver(Kind.NOT_WEB, null);
        }
        RecordReading problem = problem(header);
        if (problem != null) {
            return problem;
        }
        StoredResponse response = StoredResponse.parse(block, MAX_PAGE);
        if (response.status() != 200) {
            return new PassedOver(Kind.STATUS, null);
        }
        return page(header, response.header("content-type"), response.headers(), response.body());
    }

    private RecordReading resource(WarcHeader header, byte[] block) {
        RecordReading problem = problem(header);
        if (problem != null) {
            return problem;
        }
        if (block.length > MAX_PAGE) {
            return new PassedOver(Kind.TOO_LARGE, null);
        }
        String type = header.field("content-type");
        return page(header, type, type == null ? List.of() : List.of(Map.entry("Content-Type", type)), block);
    }

    private @Nullable RecordReading problem(WarcHeader header) {
        if (header.field("warc-truncated") != null || header.field("warc-segment-number") != null) {
            return new PassedOver(Kind.CUT, null);
        }
        if (address(header) == null) {
            return new PassedOver(Kind.NOT_WEB, null);
        }
        Instant date = header.date();
        boolean possible = date != null
                && !date.isBefore(FIRST_PAGE)
                && !date.isAfter(clock.instant().plus(AHEAD));
        return possible ? null : new PassedOver(Kind.NO_DATE, null);
    }

    private static @Nullable CanonicalAddress address(WarcHeader header) {
        String target = header.target();
        return target == null ? null : CanonicalAddress.parse(target);
    }

    private static RecordReading page(
            WarcHeader header, @Nullable String contentType, List<Map.Entry<String, String>> headers, byte[] body) {
        String type = WarcHeader.mediaType(contentType);
        boolean named = HTML.contains(type) || type.isEmpty() && beginsAsHtml(body);
        if (!named || PageForm.objection(body, contentType) != null) {
            return new PassedOver(Kind.NOT_HTML, null);
        }
        CanonicalAddress address = address(header);
        Instant date = header.date();
        if (address == null || date == null) {
            throw new IllegalArgumentException("a record without address or date is told before it gets here");
        }
        return new Page(new CapturedPage(
                new Fetched(address.uri(), 200, headers, body),
                date,
                own(header, CapturedPage.SOURCE_ID, ""),
                own(header, CapturedPage.SOURCE, ""),
                ownOrNull(header, CapturedPage.FEED_TITLE),
                instant(header.field(CapturedPage.FEED_PUBLISHED.toLowerCase(Locale.ROOT)))));
    }

    private static boolean beginsAsHtml(byte[] body) {
        String head =
                new String(body, 0, Math.min(body.length, 512), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return head.contains("<!doctype html") || head.contains("<html");
    }

    /// What an archive of ours tells of a page besides what the standard has.
    private static String own(WarcHeader header, String name, String otherwise) {
        String told = ownOrNull(header, name);
        return told == null ? otherwise : told;
    }

    private static @Nullable String ownOrNull(WarcHeader header, String name) {
        String told = header.field(name.toLowerCase(Locale.ROOT));
        try {
            return told == null ? null : URLDecoder.decode(told, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Instant instant(@Nullable String told) {
        try {
            return told == null ? null : Instant.parse(told);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
