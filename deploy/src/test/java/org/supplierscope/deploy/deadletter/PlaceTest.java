package org.supplierscope.deploy.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.supplierscope.ingest.published.DeadLetterHead;

class PlaceTest {

    @Test
    void readsWhatItWrites() {
        assertThat(Place.parse("articles.v1.dead-0@17")).contains(new Place("articles.v1.dead", 0, 17));
        assertThat(new Place("source-commands.v1", 3, 5)).hasToString("source-commands.v1-3@5");
        assertThat(Place.parse("source-commands.v1-3@5")).contains(new Place("source-commands.v1", 3, 5));
    }

    @Test
    void takesNothingElse() {
        for (String text : new String[] {"", "articles.v1", "articles.v1-0@", "a b-0@1", "x-0@99999999999999999999"}) {
            assertThat(Place.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void everyTopicOfLettersKnowsWhatItIsAbout() {
        assertThat(LetterTopic.ALL)
                .extracting(LetterTopic::name)
                .containsExactlyInAnyOrder("pages.v1.dead", "source-commands.v1.dead", "articles.v1.dead");
        assertThat(LetterTopic.of("pages-backfill.v1")).isEqualTo(LetterTopic.of("pages.v1.dead"));
        assertThat(LetterTopic.of("insights.v1")).isEmpty();
    }

    @Test
    void aLetterIsNotSentToATopicThatItCannotBeFrom() {
        var forged = new DeadLetterHead("r", "analysis", "insights.v1-0@1", 0);
        var own = new DeadLetterHead("r", "analysis", "articles.v1-0@1", 0);
        var place = new Place("articles.v1.dead", 0, 1);

        assertThat(new Letter(place, forged, Instant.EPOCH, 3, false).origin()).isEmpty();
        assertThat(new Letter(place, own, Instant.EPOCH, 3, false).origin()).contains(new Place("articles.v1", 0, 1));
    }
}
