package org.supplierscope.deploy.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.supplierscope.analysis.AnalysisStage;
import org.supplierscope.analysis.published.AnalysisTopics;
import org.supplierscope.ingest.published.IngestTopics;

/// How far the analysis stage has come, as the broker sees it.
final class StagePosition implements AutoCloseable {

    private final Admin admin;

    StagePosition(String bootstrapServers) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /// How many records of `articles.v1` are read for good.
    long read() throws IOException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed =
                answer(admin.listConsumerGroupOffsets(AnalysisStage.APPLICATION).partitionsToOffsetAndMetadata());
        return committed.entrySet().stream()
                .filter(position ->
                        position.getValue() != null && position.getKey().topic().equals(IngestTopics.ARTICLES.name()))
                .mapToLong(position -> position.getValue().offset())
                .sum();
    }

    /// How much is committed on everything that the stage writes, its own topics included; a
    /// number that grows.
    long written() throws IOException, InterruptedException {
        Set<String> topics = answer(admin.listTopics().names()).stream()
                .filter(name -> name.startsWith(AnalysisStage.APPLICATION + "-")
                        || AnalysisTopics.ALL.stream()
                                .anyMatch(topic -> topic.name().equals(name)))
                .collect(Collectors.toSet());
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        answer(admin.describeTopics(topics).allTopicNames())
                .forEach((name, topic) -> topic.partitions()
                        .forEach(partition ->
                                asked.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
        return answer(admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all())
                .values()
                .stream()
                .mapToLong(end -> end.offset())
                .sum();
    }

    @Override
    public void close() {
        admin.close();
    }

    private static <T> T answer(KafkaFuture<T> asked) throws IOException, InterruptedException {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw new IOException("the broker does not answer: " + e.getCause(), e);
        }
    }
}
