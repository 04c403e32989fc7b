package org.supplierscope.ingest.command;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supplierscope.ingest.deadletter.DeadLetter;
import org.supplierscope.ingest.frontier.FrontierException;
import org.supplierscope.ingest.frontier.SourceRegister;
import org.supplierscope.ingest.frontier.SourceRegister.Result;
import org.supplierscope.ingest.published.IngestTopics;
import org.supplierscope.ingest.published.SourceCommand;

/// Follows what `source-commands.v1` says, in its order, each at least once; what cannot be followed goes to
/// `source-commands.v1.dead` with the reason, and the next is followed.
///
/// While the database does not answer, nothing is skipped.
public final class CommandReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CommandReader.class);

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final Consumer<String, byte[]> consumer;
    private final Producer<String, byte[]> producer;
    private final CommandBook book;
    private volatile boolean closing;
    private volatile @Nullable Thread thread;

    /// @param consumer of a group, without automatic commits; closed by this object
    /// @param producer for what cannot be followed; not closed here
    /// @param register is changed
    /// @param changed is told the id of a source that may have changed
    public CommandReader(
            Consumer<String, byte[]> consumer,
            Producer<String, byte[]> producer,
            SourceRegister register,
            java.util.function.Consumer<String> changed) {
        this.consumer = consumer;
        this.producer = producer;
        this.book = new CommandBook(register, changed);
    }

    /// Starts reading.
    public void start() {
        thread = Thread.ofPlatform().name("source-commands").start(this::run);
    }

    /// Whether it reads.
    public boolean running() {
        Thread running = thread;
        return running != null && running.isAlive();
    }

    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        Thread running = thread;
        try {
            if (running != null) {
                running.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer) {
            consumer.subscribe(List.of(IngestTopics.SOURCE_COMMANDS.name()));
            while (!closing) {
                for (ConsumerRecord<String, byte[]> command : consumer.poll(POLL)) {
                    settle(command);
                }
            }
        } catch (WakeupException e) {
            LOG.debug("The reader of commands was asked to stop");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (KafkaException e) {
            LOG.error("Commands are read no more: the broker does not let it go on", e);
        }
    }

    /// Returns when the command is followed or set aside, and its position is kept; or when we are closing.
    private void settle(ConsumerRecord<String, byte[]> command) throws InterruptedException {
        while (!closing) {
            try {
                if (follow(command) instanceof Result.Refused(String reason)) {
                    setAside(command, reason);
                }
                consumer.commitSync(Map.of(
                        new TopicPartition(command.topic(), command.partition()),
                        new OffsetAndMetadata(command.offset() + 1)));
                return;
            } catch (FrontierException | RetriableException e) {
                LOG.warn("A command is tried again sourceId={}: {}", command.key(), e.getMessage());
            } catch (ExecutionException e) {
                LOG.warn("A command is tried again sourceId={}: {}", command.key(), String.valueOf(e.getCause()));
            }
            Thread.sleep(AFTER_FAILURE);
        }
    }

    private Result follow(ConsumerRecord<String, byte[]> record) {
        SourceCommand command;
        try {
            command = IngestTopics.SOURCE_COMMANDS.value().deserializer().deserialize(record.topic(), record.value());
        } catch (SerializationException e) {
            return new Result.Refused(String.valueOf(e.getMessage()));
        }
        return command == null ? new Result.Refused("an empty command") : book.follow(command);
    }

    private void setAside(ConsumerRecord<String, byte[]> command, String reason)
            throws InterruptedException, ExecutionException {
        LOG.warn("A command cannot be followed sourceId={} reason={}", command.key(), reason);
        producer.send(DeadLetter.of(IngestTopics.SOURCE_COMMANDS_DEAD.name(), command, "source-commands", reason))
                .get();
    }
}
