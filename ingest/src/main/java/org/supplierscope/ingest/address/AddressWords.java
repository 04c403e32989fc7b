package org.supplierscope.ingest.address;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A list of words beside this class: one a line in any case, `#` begins a comment, `*` at the end stands for
/// any end.
///
/// @param whole words without a star
/// @param starts words that had one
record AddressWords(Set<String> whole, List<String> starts) {

    static AddressWords read(String resource) {
        try (InputStream in = AddressWords.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            List<String> words = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("#", 2)[0].strip().toLowerCase(Locale.ROOT))
                    .filter(Predicate.not(String::isEmpty))
                    .toList();
            return new AddressWords(
                    words.stream().filter(word -> !word.endsWith("*")).collect(Collectors.toUnmodifiableSet()),
                    words.stream()
                            .filter(word -> word.endsWith("*"))
                            .map(word -> word.substring(0, word.length() - 1))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean contains(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return whole.contains(lower) || starts.stream().anyMatch(lower::startsWith);
    }
}
