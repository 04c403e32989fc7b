package org.supplierscope.analysis.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/// The parts that the story records have in common, as bytes, big-endian.
///
/// An id is one byte of length and UTF-8; an article's id of 32 hexadecimal digits is [#HEX] and
/// its 16 bytes, an absent id is [#ABSENT] alone.
final class RecordBytes {

    private static final int HEX = 0xff;
    private static final int ABSENT = 0xfe;
    private static final int MAX_ID_BYTES = 0xfd;
    private static final int ID_BYTES = 16;
    private static final Pattern ARTICLE_ID = Pattern.compile("[0-9a-f]{32}");

    /// Writes a record.
    interface Writing {
        /// Writes it.
        void to(DataOutputStream out) throws IOException;
    }

    /// Reads a record.
    interface Reading<T> {
        /// Reads it.
        T from(ByteBuffer in);
    }

    private RecordBytes() {}

    static byte[] written(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    static <T> @Nullable T read(byte @Nullable [] bytes, Reading<T> reading) {
        if (bytes == null) {
            return null;
        }
        try {
            return reading.from(ByteBuffer.wrap(bytes));
        } catch (RuntimeException e) {
            throw new SerializationException("a story record of " + bytes.length + " bytes that is none", e);
        }
    }

    static void write(DataOutputStream out, @Nullable String id) throws IOException {
        if (id == null) {
            out.writeByte(ABSENT);
        } else if (ARTICLE_ID.matcher(id).matches()) {
            out.writeByte(HEX);
            out.write(HexFormat.of().parseHex(id));
        } else {
            byte[] bytes = id.getBytes(UTF_8);
            if (bytes.length > MAX_ID_BYTES) {
                throw new SerializationException("an id of " + bytes.length + " bytes");
            }
            out.writeByte(bytes.length);
            out.write(bytes);
        }
    }

    static @Nullable String id(ByteBuffer in) {
        int length = in.get() & 0xff;
        if (length == ABSENT) {
            return null;
        }
        byte[] bytes = bytes(in, length == HEX ? ID_BYTES : length);
        return length == HEX ? HexFormat.of().formatHex(bytes) : new String(bytes, UTF_8);
    }

    static void write(DataOutputStream out, StoryBook.Place place) throws IOException {
        write(out, place.story());
        write(out, place.copyOf());
    }

    static StoryBook.Place place(ByteBuffer in) {
        String story = id(in);
        if (story == null) {
            throw new IllegalArgumentException("a place without a story");
        }
        return new StoryBook.Place(story, id(in));
    }

    /// The minute in eight bytes, the text's length in four, the number of terms in two, terms,
    /// weights, marks, then eight bytes for each hash of the sketch.
    static void write(DataOutputStream out, Fingerprint fingerprint) throws IOException {
        Gist gist = fingerprint.gist();
        out.writeLong(fingerprint.minute());
        out.writeInt(gist.length());
        out.writeShort(gist.terms().length);
        for (int term : gist.terms()) {
            out.writeInt(term);
        }
        out.write(gist.weights());
        out.write(gist.marks());
        for (long hash : fingerprint.sketch().hashes()) {
            out.writeLong(hash);
        }
    }

    static Fingerprint fingerprint(ByteBuffer in) {
        long minute = in.getLong();
        int length = in.getInt();
        int size = in.getShort() & 0xffff;
        if (in.remaining() < 6 * size) {
            throw new IllegalArgumentException(in.remaining() + " bytes are no " + size + " terms");
        }
        int[] terms = new int[size];
        for (int i = 0; i < size; i++) {
            terms[i] = in.getInt();
        }
        var gist = new Gist(terms, bytes(in, size), bytes(in, size), length);
        if (in.remaining() % Long.BYTES != 0) {
            throw new IllegalArgumentException(in.remaining() + " bytes are no row of hashes");
        }
        long[] hashes = new long[in.remaining() / Long.BYTES];
        in.asLongBuffer().get(hashes);
        return new Fingerprint(minute, new Sketch(hashes), gist);
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
