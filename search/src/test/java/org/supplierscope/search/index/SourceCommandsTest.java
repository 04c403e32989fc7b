package org.supplierscope.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.supplierscope.ingest.published.IngestTopics;
import org.supplierscope.ingest.published.SourceCommand;
import org.supplierscope.search.index.SourceCommands.CommandNotSentException;

class SourceCommandsTest {

    private final MockProducer<String, SourceCommand> topic = new MockProducer<>(
            true,
            null,
            new StringSerializer(),
            IngestTopics.SOURCE_COMMANDS.value().serializer());

    @Test
    void keysACommandByItsSource() throws Exception {
        try (var commands = new SourceCommands(topic)) {
            String receipt = commands.send(new SourceCommand.Pause("lens-news"));

            assertThat(receipt).isEqualTo("source-commands.v1-0@0");
        }

        assertThat(topic.history()).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo("source-commands.v1");
            assertThat(record.key()).isEqualTo("lens-news");
            assertThat(record.value()).isEqualTo(new SourceCommand.Pause("lens-news"));
        });
    }

    @Test
    void saysThatNothingHasChangedWhenTheBrokerDoesNotTakeIt() {
        topic.sendException = new TimeoutException("no broker");

        try (var commands = new SourceCommands(topic)) {
            assertThatThrownBy(() -> commands.send(new SourceCommand.Check("lens-news")))
                    .isInstanceOf(CommandNotSentException.class)
                    .hasMessageContaining("nothing has changed")
                    .hasMessageContaining("no broker");
        }
    }
}
