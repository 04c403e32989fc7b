package org.supplierscope.ingest.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.internal.AbstractRecords;
import org.apache.kafka.common.record.internal.CompressionType;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.junit.jupiter.api.Test;
import org.supplierscope.ingest.published.DeadLetterHead;
import org.supplierscope.ingest.published.IngestTopics;

/// Row K1 of the reliability list: what is set aside, and what is too large for it.
class DeadLetterTest {

    private static ConsumerRecord<String, byte[]> record(String key, byte[] value) {
        return new ConsumerRecord<>("pages.v1", 1, 17, key, value);
    }

    @Test
    void carriesTheBytesWithReasonStageAndOrigin() {
        byte[] bytes = {1, 2, 3};

        var letter = DeadLetter.of("pages.v1.dead", record("https://site.example/", bytes), "extraction", "no page");

        assertThat(letter.key()).isEqualTo("https://site.example/");
        assertThat(letter.value()).isEqualTo(bytes);
        assertThat(DeadLetterHead.read(letter.headers()))
                .contains(new DeadLetterHead("no page", "extraction", "pages.v1-1@17", 0));
    }

    @Test
    void leavesOutWhatFitsNoRecordAndSaysHowMuch() {
        int size = 20 * 1024 * 1024;

        var letter = DeadLetter.of("pages.v1.dead", record("k", new byte[size]), "extraction", "no page");
        var ofKey = DeadLetter.of("pages.v1.dead", record("k".repeat(size), new byte[3]), "extraction", "no page");

        assertThat(letter.value()).isNull();
        assertThat(letter.key()).isEqualTo("k");
        assertThat(DeadLetterHead.read(letter.headers()))
                .get()
                .extracting(DeadLetterHead::leftOut)
                .isEqualTo(size + 1);
        assertThat(ofKey.key()).isNull();
        assertThat(ofKey.value()).isNull();
        assertThat(DeadLetterHead.read(ofKey.headers()))
                .get()
                .extracting(DeadLetterHead::leftOut)
                .isEqualTo(size + 3);
    }

    @Test
    void theLargestThatIsCarriedFitsARecordWithTheLongestReason() {
        byte[] largest = new byte[IngestTopics.MAX_RECORD_BYTES - 16 * 1024 - 1];

        var letter = DeadLetter.of("pages.v1.dead", record("k", largest), "extraction", "\u8aaa".repeat(5000));

        assertThat(letter.value()).isNotNull();
        assertThat(AbstractRecords.estimateSizeInBytesUpperBound(
                        RecordBatch.CURRENT_MAGIC_VALUE,
                        CompressionType.ZSTD,
                        letter.key().getBytes(UTF_8),
                        letter.value(),
                        letter.headers().toArray()))
                .isLessThan(IngestTopics.MAX_RECORD_BYTES);
    }

    @Test
    void aRecordWithoutReasonIsNoLetter() {
        var headers = new RecordHeaders();
        headers.add("stage", "analysis".getBytes(UTF_8));
        headers.add(DeadLetterHead.REPLAYED, "pages.v1.dead-0@1".getBytes(UTF_8));

        assertThat(DeadLetterHead.read(headers)).isEmpty();
        assertThat(DeadLetterHead.replayed(headers)).contains("pages.v1.dead-0@1");
    }

    @Test
    void headersOfTheSameNameThatCameInAreReplaced() {
        var headers = new RecordHeaders();
        headers.add("reason", "a lie".getBytes(UTF_8)).add("left-out", "99".getBytes(UTF_8));

        DeadLetterHead.of("the truth", "analysis", "articles.v1-0@1", 3).addTo(headers);

        assertThat(Arrays.stream(headers.toArray()).map(header -> header.key()))
                .containsExactlyInAnyOrder("reason", "stage", "origin");
        assertThat(DeadLetterHead.read(headers))
                .get()
                .extracting(DeadLetterHead::reason)
                .isEqualTo("the truth");
    }
}
