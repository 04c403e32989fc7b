package org.supplierscope.ingest.hub;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Words of addresses and class names that tell what is no article.
final class HubWords {

    private static final Map<String, Set<String>> WORDS = read();

    private HubWords() {}

    /// Whether no articles lie below a segment of a path.
    static boolean isAside(String segment) {
        return has("aside", segment);
    }

    /// Whether a word of a class or id names a frame of the page.
    static boolean isFrame(String word) {
        return has("frame", word);
    }

    /// Whether a query parameter carries a session.
    static boolean isSession(String parameter) {
        return has("trap", parameter);
    }

    /// Whether a query parameter turns the pages of a list or chooses its view.
    static boolean isView(String parameter) {
        return has("view", parameter);
    }

    /// The words of a kind in the order of the file.
    static Set<String> all(String kind) {
        return WORDS.getOrDefault(kind, Set.of());
    }

    private static boolean has(String kind, String word) {
        return WORDS.getOrDefault(kind, Set.of()).contains(word.toLowerCase(Locale.ROOT));
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> words = new HashMap<>();
        try (InputStream in = HubWords.class.getResourceAsStream("words.txt")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its word list words.txt");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && line.charAt(0) != '#')
                    .map(line -> line.split(" ", -1))
                    .forEach(line -> words.computeIfAbsent(line[0], kind -> new LinkedHashSet<>())
                            .addAll(Arrays.asList(line).subList(1, line.length)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read word list words.txt", e);
        }
        return words;
    }
}
