package org.supplierscope.analysis.mention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Folded words and phrases with a value each, matched against folded text. Built once by one
/// thread, then read by any.
///
/// @param <V> what a phrase stands for
public final class Trie<V> {

    private static final int START_CAPACITY = 1 << 12;
    private static final long FREE = -1;

    private long[] keys = new long[START_CAPACITY];
    private int[] targets = new int[START_CAPACITY];
    private int used;
    private final List<List<V>> values = new ArrayList<>();

    /// An empty trie.
    public Trie() {
        Arrays.fill(keys, FREE);
        values.add(List.of());
    }

    /// A phrase found.
    ///
    /// @param end offset after its last character
    /// @param values everything that was put under it
    /// @param <V> what a phrase stands for
    public record Match<V>(int end, List<V> values) {}

    /// Puts a value under a phrase, which is folded first.
    public void put(String phrase, V value) {
        FoldedText folded = new FoldedText(phrase);
        int node = 0;
        for (int i = 0; i < folded.length(); i++) {
            node = child(node, folded.at(i));
        }
        List<V> grown = new ArrayList<>(values.get(node));
        if (!grown.contains(value)) {
            grown.add(value);
        }
        values.set(node, List.copyOf(grown));
    }

    /// Says whether a phrase may stand from one offset to another.
    interface Bounds {
        /// Whether it may.
        boolean allow(int start, int end);
    }

    /// All phrases that begin at an offset and cut no word in two, the longest first.
    public List<Match<V>> matches(FoldedText text, int start, int limit) {
        return matches(text, start, limit, text::isWhole);
    }

    /// All phrases that begin at an offset, within bounds, the longest first.
    List<Match<V>> matches(FoldedText text, int start, int limit, Bounds bounds) {
        int node = step(0, text.at(start));
        if (node == 0) {
            return List.of();
        }
        List<Match<V>> found = List.of();
        for (int end = start + 1; ; end++) {
            List<V> here = values.get(node);
            if (!here.isEmpty() && bounds.allow(start, end)) {
                if (found.isEmpty()) {
                    found = new ArrayList<>();
                }
                found.addFirst(new Match<>(end, here));
            }
            node = end < limit ? step(node, text.at(end)) : 0;
            if (node == 0) {
                return found;
            }
        }
    }

    private int child(int node, char c) {
        int next = step(node, c);
        if (next == 0) {
            next = values.size();
            values.add(List.of());
            if (++used * 2 > keys.length) {
                grow();
            }
            insert(key(node, c), next);
        }
        return next;
    }

    private int step(int node, char c) {
        long key = key(node, c);
        for (int slot = slot(key); keys[slot] != FREE; slot = (slot + 1) & (keys.length - 1)) {
            if (keys[slot] == key) {
                return targets[slot];
            }
        }
        return 0;
    }

    private void insert(long key, int target) {
        int slot = slot(key);
        while (keys[slot] != FREE) {
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        targets[slot] = target;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldTargets = targets;
        keys = new long[oldKeys.length * 2];
        Arrays.fill(keys, FREE);
        targets = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                insert(oldKeys[i], oldTargets[i]);
            }
        }
    }

    private static long key(int node, char c) {
        return ((long) node << 16) | c;
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & (keys.length - 1);
    }
}
