package org.supplierscope.ingest.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/// Archives of other crawlers, written by hand.
final class Warcs {

    static final String DATE = "2019-05-06T07:08:09Z";

    private Warcs() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] gzip(byte[]... parts) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(joined(parts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /// A record with any fields.
    static byte[] record(String type, String url, String fields, byte[] block) {
        return record(type, url, fields, block, block.length);
    }

    /// A record that tells a length of its own.
    static byte[] record(String type, String url, String fields, byte[] block, long length) {
        String head = "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url + "\r\nWARC-Date: " + DATE
                + "\r\n" + fields + "Content-Length: " + length + "\r\n\r\n";
        return joined(utf8(head), block, utf8("\r\n\r\n"));
    }

    /// A response with any HTTP header.
    static byte[] response(String url, String httpHeader, byte[] body) {
        return record(
                "response",
                url,
                "Content-Type: application/http; msgtype=response\r\n",
                joined(utf8(httpHeader.replace("\n", "\r\n") + "\r\n\r\n"), body));
    }

    /// A page as it usually is.
    static byte[] page(int number) {
        return response(
                "https://www.paper.example/news/" + number, "HTTP/1.1 200 OK\nContent-Type: text/html", html(number));
    }

    static byte[] html(int number) {
        return utf8("<html><title>Page " + number + "</title><p>Text of page " + number + ".</html>");
    }
}
