package org.supplierscope.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/// Bytes of a body as they come, up to a limit. Not thread-safe.
///
/// Kept in pieces and copied once, so that a body never takes more than twice its size and a small one little.
final class BoundedBytes {

    /// The body is larger than we take; what came before stays readable.
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(String message) {
            super(message);
        }
    }

    /// How many times its coded size a body may have. Text shrinks to a third or a tenth, generated tables and
    /// sitemaps to a hundredth; deflate's own limit is about a thousand, that of brotli and zstd near a
    /// million.
    static final int MOST_RATIO = 250;
    /// Below this the ratio is not looked at: a page of two million blanks harms nobody.
    static final int RATIO_FLOOR = 2 << 20;

    private static final int FIRST_PIECE = 16 << 10;
    private static final int LARGEST_PIECE = 1 << 20;

    private final int limit;
    private final long codedBytes;
    private final List<byte[]> full = new ArrayList<>();
    private byte[] piece = new byte[0];
    private int used;
    private int size;

    /// @param limit the most bytes taken
    /// @param codedBytes from how many bytes on the wire they are unpacked; not looked at when they are not
    BoundedBytes(int limit, long codedBytes) {
        this.limit = limit;
        this.codedBytes = codedBytes;
    }

    /// For a body as it comes from the wire.
    static BoundedBytes ofWire(int limit) {
        return new BoundedBytes(limit, Long.MAX_VALUE / MOST_RATIO);
    }

    /// An empty one with the same bounds.
    BoundedBytes another() {
        return new BoundedBytes(limit, codedBytes);
    }

    int size() {
        return size;
    }

    void write(byte[] bytes, int length) throws TooLargeException {
        int from = 0;
        while (from < length) {
            int room = Math.min(room(), length - from);
            System.arraycopy(bytes, from, piece, used, room);
            taken(room);
            from += room;
        }
    }

    /// Takes what the stream has ready, at least one byte.
    ///
    /// @return false at its end
    boolean read(InputStream in) throws IOException {
        if (size == limit) {
            int next = in.read();
            if (next >= 0) {
                throw tooLarge();
            }
            return false;
        }
        int room = room();
        int read = in.read(piece, used, room);
        if (read > 0) {
            taken(read);
        }
        return read >= 0;
    }

    private int room() throws TooLargeException {
        if (size == limit) {
            throw tooLarge();
        }
        if (size > RATIO_FLOOR && size / MOST_RATIO > codedBytes) {
            throw new TooLargeException("the body unpacks to more than " + MOST_RATIO + " times its size");
        }
        if (used == piece.length) {
            if (used > 0) {
                full.add(piece);
            }
            int next = Math.clamp(2L * piece.length, FIRST_PIECE, LARGEST_PIECE);
            piece = new byte[Math.min(next, limit - size)];
            used = 0;
        }
        return piece.length - used;
    }

    private void taken(int bytes) {
        used += bytes;
        size += bytes;
    }

    private TooLargeException tooLarge() {
        return new TooLargeException("the body is larger than " + limit + " bytes");
    }

    /// All bytes so far.
    byte[] toByteArray() {
        byte[] all = new byte[size];
        int at = 0;
        for (byte[] part : full) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        System.arraycopy(piece, 0, all, at, used);
        return all;
    }
}
