package org.supplierscope.ingest.published;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.Serde;

/// A topic in Kafka's own words: what it is called, what lies on it and how long it is kept.
///
/// @param name the topic's name, with its version, such as `articles.v1`
/// @param key how a record's key is written and read
/// @param value how a record's value is written and read
/// @param settings topic-level Kafka settings by their Kafka names, such as `cleanup.policy`
/// @param <K> a record's key
/// @param <V> a record's value
public record Topic<K, V>(String name, Serde<K> key, Serde<V> value, Map<String, String> settings) {

    /// Copies the settings.
    public Topic {
        settings = Map.copyOf(settings);
    }

    /// Whether dead letters lie on it, which its name says: that of the topic that they are about, with
    /// `.dead` behind it.
    public boolean dead() {
        return name.endsWith(".dead");
    }

    /// The topic as it is created when the cluster does not have it; the replication factor is the cluster's
    /// default.
    ///
    /// @param partitions how many, at least 1
    public NewTopic newTopic(int partitions) {
        if (partitions < 1) {
            throw new IllegalArgumentException("topic " + name + " needs at least one partition, not " + partitions);
        }
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings);
    }
}
