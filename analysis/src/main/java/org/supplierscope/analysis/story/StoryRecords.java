package org.supplierscope.analysis.story;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/// What travels to and from the one task that assigns stories, and what it remembers, in as few
/// bytes as possible, since all the news of the world passes through it.
///
/// Golden bytes in the tests keep these forms; a change of one needs new names of stores and
/// topics.
public final class StoryRecords {

    /// An article that asks for its place.
    ///
    /// @param revision of the article
    public record Asked(int revision, Fingerprint fingerprint) {}

    /// The answer.
    ///
    /// @param revision of the article that asked
    public record Assigned(int revision, StoryBook.Place place) {}

    private StoryRecords() {}

    /// The revision in four bytes, then the fingerprint.
    public static Serde<Asked> asked() {
        return Serdes.serdeFrom(
                (topic, asked) -> RecordBytes.written(out -> {
                    out.writeInt(asked.revision());
                    RecordBytes.write(out, asked.fingerprint());
                }),
                (topic, bytes) -> RecordBytes.read(bytes, in -> new Asked(in.getInt(), RecordBytes.fingerprint(in))));
    }

    /// The revision in four bytes, then the story's and the original's ids.
    public static Serde<Assigned> assigned() {
        return Serdes.serdeFrom(
                (topic, assigned) -> RecordBytes.written(out -> {
                    out.writeInt(assigned.revision());
                    RecordBytes.write(out, assigned.place());
                }),
                (topic, bytes) -> RecordBytes.read(bytes, in -> new Assigned(in.getInt(), RecordBytes.place(in))));
    }

    /// The place, then the fingerprint.
    public static Serde<StoryBook.Page> page() {
        return Serdes.serdeFrom(
                (topic, page) -> RecordBytes.written(out -> {
                    RecordBytes.write(out, page.place());
                    RecordBytes.write(out, page.fingerprint());
                }),
                (topic, bytes) -> RecordBytes.read(
                        bytes, in -> new StoryBook.Page(RecordBytes.place(in), RecordBytes.fingerprint(in))));
    }

    /// One id after the other.
    public static Serde<List<String>> ids() {
        return Serdes.serdeFrom(
                (topic, ids) -> RecordBytes.written(out -> {
                    for (String id : ids) {
                        RecordBytes.write(out, id);
                    }
                }),
                (topic, bytes) -> RecordBytes.read(bytes, StoryRecords::ids));
    }

    /// The number of articles in four bytes, the cohesion in eight, then the members' ids.
    public static Serde<StoryBook.Telling> telling() {
        return Serdes.serdeFrom(
                (topic, telling) -> RecordBytes.written(out -> {
                    out.writeInt(telling.size());
                    out.writeDouble(telling.cohesion());
                    for (String member : telling.members()) {
                        RecordBytes.write(out, member);
                    }
                }),
                (topic, bytes) -> RecordBytes.read(bytes, in -> {
                    int size = in.getInt();
                    double cohesion = in.getDouble();
                    return new StoryBook.Telling(ids(in), size, cohesion);
                }));
    }

    private static List<String> ids(ByteBuffer in) {
        List<String> ids = new ArrayList<>();
        while (in.hasRemaining()) {
            @Nullable String id = RecordBytes.id(in);
            if (id == null) {
                throw new IllegalArgumentException("an absent id in a list");
            }
            ids.add(id);
        }
        return ids;
    }
}
