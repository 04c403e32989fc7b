package org.supplierscope.ingest.published;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// The headers of a record on a topic ending in `.dead`: why it was set aside, by whom, and where
/// it came from. Its key and value are the bytes as they came, unless they fit no letter: then
/// they are left out and stay where they came from.
///
/// The same topics hold marks of letters that were replayed: records without these headers, whose
/// header `replayed` names the letter by its topic, partition and offset.
///
/// @param reason for people
/// @param stage who set it aside
/// @param origin topic, partition and offset, such as `articles.v1-0@17`; empty when unknown
/// @param leftOut how many bytes of key and value were left out; 0 when the letter has them
public record DeadLetterHead(String reason, String stage, String origin, int leftOut) {

    /// The headers of a letter; any other came with the record.
    public static final Set<String> NAMES = Set.of("reason", "stage", "origin", "left-out");

    /// The header that marks a letter as replayed.
    public static final String REPLAYED = "replayed";

    /// Characters; a reason is a sentence, but may quote what it is about.
    private static final int LONGEST_REASON = 1000;

    /// The largest record, less what these headers and the frame of a record take.
    private static final int LARGEST = IngestTopics.MAX_RECORD_BYTES - 16 * 1024;

    /// A key that long is none of ours, and is left out with its value.
    private static final int LONGEST_KEY = 4 * 1024;

    /// Cuts a reason after a thousand characters.
    public DeadLetterHead {
        reason = reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }

    /// The head of a letter about a record.
    ///
    /// @param size of its key and value, in bytes
    /// @return one that says so when that is more than a letter can carry
    public static DeadLetterHead of(String reason, String stage, String origin, int size) {
        return new DeadLetterHead(reason, stage, origin, size > LARGEST ? size : 0);
    }

    /// The key that the letter has.
    public byte @Nullable [] key(byte @Nullable [] came) {
        return leftOut > 0 && came != null && came.length > LONGEST_KEY ? null : came;
    }

    /// The value that the letter has.
    public byte @Nullable [] value(byte @Nullable [] came) {
        return leftOut > 0 ? null : came;
    }

    /// Adds the headers to those of a letter.
    public void addTo(Headers headers) {
        put(headers, "reason", reason);
        put(headers, "stage", stage);
        put(headers, "origin", origin);
        headers.remove("left-out");
        if (leftOut > 0) {
            put(headers, "left-out", Integer.toString(leftOut));
        }
    }

    /// Reads the headers of a record.
    ///
    /// @return empty when it is no letter
    public static Optional<DeadLetterHead> read(Headers headers) {
        String reason = text(headers, "reason");
        if (reason == null) {
            return Optional.empty();
        }
        String stage = text(headers, "stage");
        String origin = text(headers, "origin");
        String leftOut = text(headers, "left-out");
        int bytes = leftOut != null && leftOut.matches("\\d{1,9}") ? Integer.parseInt(leftOut) : 0;
        return Optional.of(new DeadLetterHead(reason, stage == null ? "" : stage, origin == null ? "" : origin, bytes));
    }

    /// Which letter a record marks as replayed.
    ///
    /// @return empty when it is no mark
    public static Optional<String> replayed(Headers headers) {
        return Optional.ofNullable(text(headers, REPLAYED));
    }

    private static void put(Headers headers, String name, String text) {
        // What came in may have headers of the same name.
        headers.remove(name).add(name, text.getBytes(UTF_8));
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
