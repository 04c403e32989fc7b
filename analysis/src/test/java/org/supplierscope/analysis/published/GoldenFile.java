package org.supplierscope.analysis.published;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.supplierscope.ingest.published.Topic;

/// A golden file of this stage: a record as it stands on a topic, for ever.
///
/// @param topic of its records
/// @param text as it is in the jar
record GoldenFile<T>(Topic<String, T> topic, String text) {

    static <T> GoldenFile<T> of(Topic<String, T> topic, String name) throws IOException {
        try (InputStream in = GoldenFile.class.getResourceAsStream("/golden/analysis/" + name)) {
            byte[] bytes = Objects.requireNonNull(in, "the golden file travels in the jar")
                    .readAllBytes();
            return new GoldenFile<>(topic, new String(bytes, UTF_8));
        }
    }

    static <T> T read(Topic<String, T> topic, String json) {
        return topic.value().deserializer().deserialize(topic.name(), json.getBytes(UTF_8));
    }

    /// Byte for byte, and back.
    void isWrittenAndReadAs(T record) {
        assertThat(new String(topic.value().serializer().serialize(topic.name(), record), UTF_8))
                .isEqualTo(text);
        assertThat(read(topic, text)).isEqualTo(record);
    }
}
