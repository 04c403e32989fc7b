package org.supplierscope.deploy.broker;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.supplierscope.ingest.published.Topic;

/// Makes sure that topics exist. Safe to run from several processes at once.
public final class TopicSetup implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    private final Admin admin;
    private final String bootstrapServers;

    /// @param bootstrapServers `host:port`, several joined by commas
    public TopicSetup(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                10_000));
    }

    /// A topic as it is on the broker.
    ///
    /// @param id changes when the topic is deleted and made anew
    /// @param partitions how many
    public record Existing(String id, int partitions) {}

    /// Creates what is missing; what is there stays as it is.
    ///
    /// @param partitions of those that are created
    /// @throws KafkaException when the broker does not answer or refuses
    public void ensure(List<Topic<?, ?>> topics, int partitions) {
        for (Topic<?, ?> topic : topics) {
            KafkaFuture<Void> created =
                    admin.createTopics(List.of(topic.newTopic(partitions))).all();
            try {
                created.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw failed("creating topic " + topic.name(), e.getCause());
                }
            } catch (TimeoutException e) {
                throw failed("creating topic " + topic.name(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw failed("creating topic " + topic.name(), e);
            }
        }
    }

    /// What a topic is like on the broker. A topic just made may not be known everywhere for a moment; it is
    /// waited for.
    ///
    /// @throws KafkaException when the broker does not answer, or still does not know the topic
    public Existing describe(Topic<?, ?> topic) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try {
                TopicDescription found = admin.describeTopics(List.of(topic.name()))
                        .allTopicNames()
                        .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .get(topic.name());
                if (found != null) {
                    return new Existing(
                            found.topicId().toString(), found.partitions().size());
                }
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > until) {
                    throw failed("looking up topic " + topic.name(), e.getCause());
                }
            } catch (TimeoutException e) {
                throw failed("looking up topic " + topic.name(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw failed("looking up topic " + topic.name(), e);
            }
        }
    }

    /// Which cluster this is.
    ///
    /// @throws KafkaException when the broker does not answer
    public String clusterId() {
        try {
            return admin.describeCluster().clusterId().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw failed("asking for the cluster", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("asking for the cluster", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }

    private KafkaException failed(String doing, @org.jspecify.annotations.Nullable Throwable cause) {
        boolean silent = cause instanceof TimeoutException
                || cause instanceof org.apache.kafka.common.errors.TimeoutException
                || (cause instanceof ExecutionException
                        && cause.getCause() instanceof org.apache.kafka.common.errors.TimeoutException);
        if (silent) {
            return new KafkaException("no Kafka broker answers at " + bootstrapServers + " (tried for "
                    + PATIENCE_SECONDS + " s): is it running, and is --bootstrap-servers right?");
        }
        return new KafkaException("the Kafka broker failed while " + doing + ": " + cause, cause);
    }
}
