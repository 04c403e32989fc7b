package org.supplierscope.analysis.stance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.supplierscope.analysis.mention.FoldedText;
import org.supplierscope.analysis.mention.Trie;

/// The word classes of the shipped word lists, in one trie. Immutable and thread-safe.
final class Lexicon {

    private static final List<String> FILES = List.of("lexicon.txt", "references.txt");

    /// "The market" is what "market" is, and more.
    private static final String ARTICLE = "the ";

    private final Trie<WordClass> trie = new Trie<>();

    Lexicon() {
        Map<String, Set<WordClass>> entries = new LinkedHashMap<>();
        for (String file : FILES) {
            for (String line : lines(file)) {
                add(file, line, entries);
            }
        }
        entries.forEach((phrase, classes) -> {
            classes.forEach(each -> trie.put(phrase, each));
            if (phrase.startsWith(ARTICLE)) {
                entries.getOrDefault(phrase.substring(ARTICLE.length()), Set.of())
                        .forEach(each -> trie.put(phrase, each));
            }
        });
    }

    /// A word or phrase found: where it ends, and its classes.
    record Entry(int end, WordClasses classes) {}

    /// The longest entry that begins at an offset and ends before the limit, or one without
    /// classes.
    Entry longest(FoldedText text, int start, int limit) {
        List<Trie.Match<WordClass>> matches = trie.matches(text, start, limit);
        if (matches.isEmpty()) {
            return new Entry(start, WordClasses.NONE);
        }
        Trie.Match<WordClass> match = matches.getFirst();
        WordClasses classes = WordClasses.of(match.values().toArray(WordClass[]::new));
        return new Entry(match.end(), classes);
    }

    /// The lines of a shipped file, without comments and blank lines.
    static List<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(Lexicon.class.getResourceAsStream(file), file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> lines = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && line.charAt(0) != '#') {
                    lines.add(line);
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static void add(String file, String line, Map<String, Set<WordClass>> entries) {
        int space = line.indexOf(' ');
        int colon = line.indexOf(": ");
        if (space < 0 || colon != space + 2) {
            throw new IllegalArgumentException(file + ": not 'CLASS kind: entries': " + line);
        }
        WordClass wordClass = WordClass.valueOf(line.substring(0, space));
        char kind = line.charAt(space + 1);
        for (String entry : line.substring(colon + 2).split(",", -1)) {
            for (String form : forms(kind, entry.strip())) {
                entries.computeIfAbsent(form, _ -> EnumSet.noneOf(WordClass.class))
                        .add(wordClass);
            }
        }
    }

    private static Set<String> forms(char kind, String entry) {
        return switch (kind) {
            case 'v' -> Inflection.ofVerb(entry);
            case 'n' -> Inflection.ofNoun(entry);
            case 'w' -> Set.of(entry);
            default -> throw new IllegalArgumentException("kind " + kind + " is none of v, n, w");
        };
    }
}
