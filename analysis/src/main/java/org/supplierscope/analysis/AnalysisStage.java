package org.supplierscope.analysis;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supplierscope.analysis.stance.StanceReader;
import org.supplierscope.ingest.published.IngestTopics;

/// The front door of analysis: reads `articles.v1` and publishes `insights.v1`,
/// `shifts.v1` and `strategies.v1`, exactly once.
///
/// The topics that it reads and writes must exist. Several processes may run it against the same broker; they
/// share the
/// partitions.
public final class AnalysisStage implements AutoCloseable {

    /// The consumer group of all processes that share the work; the names of the stage's own topics begin with it.
    public static final String APPLICATION = "supplierscope-analysis";

    private static final Logger LOG = LoggerFactory.getLogger(AnalysisStage.class);

    private final KafkaStreams streams;
    private final CompletableFuture<Void> running = new CompletableFuture<>();
    private final Failures failures = new Failures(System::nanoTime);
    private final CountDownLatch closing = new CountDownLatch(1);

    /// @param bootstrapServers `host:port`, several joined by commas
    /// @param instance names this process among those that share the work; the same after a restart
    /// @param stateFolder where this process keeps its stores; rebuilt from Kafka when lost
    /// @param threads how many partitions are worked on at the same time, at least 1
    /// @param articlePartitions how many partitions `articles.v1` and `articles-reread.v1` have
    /// @param reader decides suppliers and stance; asked for at each article, since the catalogue may change
    public AnalysisStage(
            String bootstrapServers,
            String instance,
            Path stateFolder,
            int threads,
            int articlePartitions,
            Supplier<StanceReader> reader) {
        this.streams = new KafkaStreams(
                AnalysisTopology.of(reader, articlePartitions),
                settings(bootstrapServers, instance, stateFolder, threads, failures));
        streams.setUncaughtExceptionHandler(this::failed);
        streams.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.RUNNING) {
                running.complete(null);
            }
        });
    }

    /// Called on the thread that ends. A new one begins where the last transaction ended, after a pause that
    /// lets a broker come to itself: nothing is lost or doubled, and nobody has to start the stage again.
    private StreamThreadExceptionResponse failed(Throwable problem) {
        Throwable innermost = problem;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        failures.ended(innermost.getClass().getSimpleName() + ": " + innermost.getMessage());
        Duration pause = failures.pause();
        LOG.error("Analysis does not go on and tries again in millis={}", pause.toMillis(), problem);
        try {
            var _ = closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private static Properties settings(
            String bootstrapServers, String instance, Path stateFolder, int threads, Failures failures) {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateFolder.toString());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, RefusedRecords.class);
        settings.put(RefusedRecords.FAILURES, failures);
        // The topics that Kafka Streams makes for itself carry drafts as large as insights; a cluster's usual limit
        // is one megabyte.
        settings.put(
                StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG),
                Integer.toString(IngestTopics.MAX_RECORD_BYTES));
        // What a broker started with one node allows is its own default, hence -1.
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, -1);
        // A static member takes its own place again after a restart instead of waiting for the session to run
        // out.
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instance);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        settings.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG),
                IngestTopics.MAX_RECORD_BYTES);
        settings.put(
                StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), IngestTopics.MAX_RECORD_BYTES);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "zstd");
        return settings;
    }

    /// Starts reading.
    public void start() {
        streams.start();
    }

    /// Completes when every partition of this process is being worked on for the first time.
    public CompletableFuture<Void> ready() {
        return running;
    }

    /// What keeps it from going on, in words for people; empty when nothing does.
    public List<String> troubles() {
        return streams.state() == KafkaStreams.State.ERROR ? List.of("analysis has stopped") : failures.troubles();
    }

    /// Stops after the records under way; the state stays for the next start.
    @Override
    public void close() {
        closing.countDown();
        streams.close(CloseOptions.timeout(Duration.ofSeconds(20)));
    }
}
