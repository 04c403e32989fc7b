package org.supplierscope.analysis.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a story book remembers; state stores in the product.
///
/// @param pages each article
/// @param leads the first article with a lead, which is a hash of a [Sketch]
/// @param terms the latest stories with a term, which is a hash of a [Gist]
/// @param tellings each story
public record StoryMemory(
        Table<String, StoryBook.Page> pages,
        Table<Long, String> leads,
        Table<Integer, List<String>> terms,
        Table<String, StoryBook.Telling> tellings) {

    /// Values by key.
    public interface Table<K, V> {

        /// The value of a key, or null.
        @Nullable
        V get(K key);

        /// Remembers a value in the place of the one before.
        void put(K key, V value);
    }

    /// A memory for one run, lost at its end.
    public static StoryMemory ofOneRun() {
        return new StoryMemory(table(), table(), table(), table());
    }

    private static <K, V> Table<K, V> table() {
        Map<K, V> values = new HashMap<>();
        return new Table<>() {
            @Override
            public @Nullable V get(K key) {
                return values.get(key);
            }

            @Override
            public void put(K key, V value) {
                values.put(key, value);
            }
        };
    }
}
