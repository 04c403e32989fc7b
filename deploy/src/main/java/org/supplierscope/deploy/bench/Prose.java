package org.supplierscope.deploy.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;

/// Sentences that read like trade news and mean nothing, fixed by a seed: no two texts are alike.
final class Prose {

    private static final List<String> WHO = words("who");
    private static final List<String> DOES = words("does");
    private static final List<String> WHAT = words("what");
    private static final List<String> WHERE = words("where");
    private static final List<String> WHY = words("why");
    private static final List<String> COURSES = words("course");

    private Prose() {}

    /// A headline.
    static String title(long seed) {
        var random = new Random(seed);
        return any(WHO, random) + " " + any(DOES, random) + " " + any(WHAT, random) + " " + any(WHERE, random);
    }

    /// Three to six sentences.
    static String paragraph(Random random) {
        var paragraph = new StringBuilder();
        int sentences = 3 + random.nextInt(4);
        for (int i = 0; i < sentences; i++) {
            paragraph
                    .append(any(WHO, random))
                    .append(' ')
                    .append(any(DOES, random))
                    .append(' ')
                    .append(2 + random.nextInt(998))
                    .append(' ')
                    .append(any(WHAT, random))
                    .append(' ')
                    .append(any(WHERE, random))
                    .append(", ")
                    .append(any(WHY, random))
                    .append(". ");
        }
        return paragraph.toString().strip();
    }

    /// A sentence that tells a course of a supplier.
    static String course(String supplier, Random random) {
        return any(COURSES, random).replace("{}", supplier);
    }

    private static String any(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    private static List<String> words(String list) {
        try (InputStream in = Objects.requireNonNull(Prose.class.getResourceAsStream("prose.txt"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(list + ": "))
                    .map(line -> line.substring(list.length() + 2).strip())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
