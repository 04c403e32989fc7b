package org.supplierscope.ingest.sitemap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.extract.markup.PageDecoder;

/// The bytes of a sitemap, unpacked where they are a gzip file, up to [SitemapReader#MAX_BYTES].
final class SitemapBody {

    /// Up to here the charset is found as for any page; a larger sitemap is taken for UTF-8, as it has to be.
    private static final int SNIFFED_BYTES = 16 << 20;

    private static final int BUFFER = 1 << 16;

    private final byte[] bytes;
    private final boolean cut;

    private SitemapBody(byte[] bytes, boolean cut) {
        this.bytes = bytes;
        this.cut = cut;
    }

    static SitemapBody of(byte[] body) {
        boolean packed = body.length > 2 && (body[0] & 0xFF) == 0x1F && (body[1] & 0xFF) == 0x8B;
        if (packed) {
            return unpacked(body);
        }
        boolean tooLong = body.length > SitemapReader.MAX_BYTES;
        return new SitemapBody(tooLong ? Arrays.copyOf(body, SitemapReader.MAX_BYTES) : body, tooLong);
    }

    /// Whether there is more than could be read.
    boolean isCut() {
        return cut;
    }

    String text(@Nullable String contentType) {
        return bytes.length <= SNIFFED_BYTES
                ? PageDecoder.decode(bytes, contentType)
                : new String(bytes, StandardCharsets.UTF_8);
    }

    private static SitemapBody unpacked(byte[] body) {
        var out = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body), BUFFER)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                int room = Math.min(read, SitemapReader.MAX_BYTES - out.size());
                out.write(buffer, 0, room);
                if (room < read) {
                    return new SitemapBody(out.toByteArray(), true);
                }
            }
            return new SitemapBody(out.toByteArray(), false);
        } catch (IOException e) {
            // It breaks off or is spoilt; what came before is still good.
            return new SitemapBody(out.toByteArray(), true);
        }
    }
}
