package org.supplierscope.deploy.deadletter;

import java.time.Instant;
import java.util.Optional;
import org.supplierscope.ingest.published.DeadLetterHead;

/// What is known of a dead letter without its bytes.
///
/// @param place where the letter is; names it
/// @param head why, by whom and where from
/// @param written when it was set aside, or the time of the record that it is about
/// @param bytes size of key and value as they came
/// @param replayed whether it was sent back before
public record Letter(Place place, DeadLetterHead head, Instant written, long bytes, boolean replayed) {

    /// Where the record came from; empty when the letter does not say, or names a topic that it
    /// cannot be from.
    public Optional<Place> origin() {
        return Place.parse(head.origin())
                .filter(origin -> LetterTopic.of(place.topic())
                        .map(LetterTopic::origins)
                        .orElseThrow()
                        .contains(origin.topic()));
    }

    Letter sentBack() {
        return new Letter(place, head, written, bytes, true);
    }
}
