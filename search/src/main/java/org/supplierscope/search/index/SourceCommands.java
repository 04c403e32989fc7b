package org.supplierscope.search.index;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.supplierscope.ingest.published.IngestTopics;
import org.supplierscope.ingest.published.SourceCommand;

/// Tells the crawlers what somebody wants of a source, by `source-commands.v1`. Thread-safe.
public final class SourceCommands implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 10;

    private final Producer<String, SourceCommand> producer;

    /// @param bootstrapServers `host:port`, several joined by commas
    public SourceCommands(String bootstrapServers) {
        this(new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        PATIENCE_SECONDS * 1000),
                new StringSerializer(),
                IngestTopics.SOURCE_COMMANDS.value().serializer()));
    }

    /// @param producer closed by this object
    SourceCommands(Producer<String, SourceCommand> producer) {
        this.producer = producer;
    }

    /// Sends a command and returns when it is safe on the topic; the crawlers follow it within seconds.
    ///
    /// @return its receipt, by which a refusal names it: topic, partition and offset
    /// @throws CommandNotSentException when the broker did not take it
    public String send(SourceCommand command) throws CommandNotSentException {
        try {
            RecordMetadata kept = producer.send(
                            new ProducerRecord<>(IngestTopics.SOURCE_COMMANDS.name(), command.id(), command))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return kept.topic() + "-" + kept.partition() + "@" + kept.offset();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new CommandNotSentException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandNotSentException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    /// The broker did not take a command; nothing has changed.
    public static final class CommandNotSentException extends Exception {
        private static final long serialVersionUID = 1L;

        CommandNotSentException(Throwable cause) {
            super("Kafka did not take the command, so nothing has changed: " + cause.getMessage(), cause);
        }
    }
}
