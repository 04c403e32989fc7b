package org.supplierscope.analysis.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/// What travels to and from the one task that assigns stories, in as few bytes as possible, since all the news
/// of the
/// world passes through it.
public final class StoryRecords {

    /// An article that asks for its story.
    ///
    /// @param revision of the article
    /// @param sketch of its text
    public record Asked(int revision, Sketch sketch) {}

    /// The answer.
    ///
    /// @param revision of the article that asked
    /// @param story its story
    public record Assigned(int revision, String story) {}

    private static final int MAX_STORY_BYTES = 0xff;

    private StoryRecords() {}

    /// The revision in four bytes, then eight for each hash.
    public static Serde<Asked> asked() {
        return Serdes.serdeFrom(
                (topic, asked) -> bytes(4, asked.sketch(), buffer -> buffer.putInt(asked.revision())),
                (topic, bytes) -> read(bytes, buffer -> new Asked(buffer.getInt(), sketch(buffer))));
    }

    /// The revision in four bytes, then the story in UTF-8.
    public static Serde<Assigned> assigned() {
        return Serdes.serdeFrom(
                (topic, assigned) -> {
                    byte[] story = assigned.story().getBytes(UTF_8);
                    byte[] bytes = new byte[4 + story.length];
                    ByteBuffer.wrap(bytes).putInt(assigned.revision()).put(story);
                    return bytes;
                },
                (topic, bytes) ->
                        read(bytes, buffer -> new Assigned(buffer.getInt(), text(buffer, buffer.remaining()))));
    }

    /// The story's length in one byte without sign, the story in UTF-8, then eight bytes for each hash.
    public static Serde<StoryBook.Page> page() {
        return Serdes.serdeFrom(
                (topic, page) -> {
                    byte[] story = page.story().getBytes(UTF_8);
                    if (story.length > MAX_STORY_BYTES) {
                        throw new SerializationException("a story's id of " + story.length + " bytes");
                    }
                    return bytes(
                            1 + story.length,
                            page.sketch(),
                            buffer -> buffer.put((byte) story.length).put(story));
                },
                (topic, bytes) -> read(
                        bytes,
                        buffer -> new StoryBook.Page(text(buffer, buffer.get() & MAX_STORY_BYTES), sketch(buffer))));
    }

    private interface Reading<T> {
        T from(ByteBuffer buffer);
    }

    private static <T> @Nullable T read(byte @Nullable [] bytes, Reading<T> reading) {
        if (bytes == null) {
            return null;
        }
        try {
            return reading.from(ByteBuffer.wrap(bytes));
        } catch (RuntimeException e) {
            throw new SerializationException("a story record of " + bytes.length + " bytes that is none", e);
        }
    }

    private static byte[] bytes(int headLength, Sketch sketch, Consumer<ByteBuffer> head) {
        byte[] bytes = new byte[headLength + Long.BYTES * sketch.hashes().length];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        head.accept(buffer);
        buffer.asLongBuffer().put(sketch.hashes());
        return bytes;
    }

    private static Sketch sketch(ByteBuffer buffer) {
        if (buffer.remaining() % Long.BYTES != 0) {
            throw new IllegalArgumentException(buffer.remaining() + " bytes are no row of hashes");
        }
        long[] hashes = new long[buffer.remaining() / Long.BYTES];
        buffer.asLongBuffer().get(hashes);
        return new Sketch(hashes);
    }

    private static String text(ByteBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return new String(bytes, UTF_8);
    }
}
