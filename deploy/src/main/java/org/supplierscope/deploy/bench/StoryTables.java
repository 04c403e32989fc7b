package org.supplierscope.deploy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;
import org.rocksdb.AbstractImmutableNativeReference;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;
import org.supplierscope.analysis.story.StoryMemory;
import org.supplierscope.analysis.story.StoryRecords;

/// A story book's memory on disk as Kafka Streams keeps it: one RocksDB a store, with the
/// records' own bytes and the settings that Streams gives its stores (50 MB of blocks in memory,
/// Bloom filters, three buffers of 16 MB, no log of its own). What Streams sends to the changelog
/// topics is left out.
final class StoryTables implements AutoCloseable {

    private static final Serde<String> IDS = Serdes.String();

    private final List<AbstractImmutableNativeReference> open = new ArrayList<>();
    private final StoryMemory memory;

    /// A store.
    private record Table<K, V>(RocksDB database, WriteOptions writing, Serde<K> key, Serde<V> value)
            implements StoryMemory.Table<K, V> {

        @Override
        public @Nullable V get(K key) {
            try {
                byte[] found = database.get(this.key.serializer().serialize("", key));
                return found == null ? null : value.deserializer().deserialize("", found);
            } catch (RocksDBException e) {
                throw new IllegalStateException("the store cannot be read", e);
            }
        }

        @Override
        public void put(K key, V put) {
            try {
                database.put(
                        writing,
                        this.key.serializer().serialize("", key),
                        value.serializer().serialize("", put));
            } catch (RocksDBException e) {
                throw new IllegalStateException("the store cannot be written", e);
            }
        }
    }

    /// @param folder is filled
    StoryTables(Path folder) throws IOException {
        RocksDB.loadLibrary();
        memory = new StoryMemory(
                table(folder.resolve("pages"), IDS, StoryRecords.page()),
                table(folder.resolve("leads"), Serdes.Long(), IDS),
                table(folder.resolve("terms"), Serdes.Integer(), StoryRecords.ids()),
                table(folder.resolve("tellings"), IDS, StoryRecords.telling()));
    }

    private <K, V> Table<K, V> table(Path folder, Serde<K> key, Serde<V> value) throws IOException {
        Files.createDirectories(folder);
        var blocks = kept(new LRUCache(50L << 20));
        var options = kept(new Options())
                .setCreateIfMissing(true)
                .setWriteBufferSize(16L << 20)
                .setMaxWriteBufferNumber(3)
                .setCompressionType(CompressionType.NO_COMPRESSION)
                .setTableFormatConfig(new BlockBasedTableConfig()
                        .setBlockCache(blocks)
                        .setBlockSize(4096)
                        .setFilterPolicy(kept(new BloomFilter())));
        try {
            RocksDB database = kept(RocksDB.open(options, folder.toString()));
            return new Table<>(database, kept(new WriteOptions()).setDisableWAL(true), key, value);
        } catch (RocksDBException e) {
            throw new IOException("no store in " + folder, e);
        }
    }

    private <T extends AbstractImmutableNativeReference> T kept(T resource) {
        open.addFirst(resource);
        return resource;
    }

    StoryMemory memory() {
        return memory;
    }

    @Override
    public void close() {
        open.forEach(AbstractImmutableNativeReference::close);
    }
}
