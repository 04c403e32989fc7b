package org.supplierscope.analysis.story;

import java.util.Random;
import java.util.StringJoiner;

/// Made-up texts: the same seed gives the same text, two seeds give texts without a phrase in common.
final class Prose {

    private static final String CONSONANTS = "bcdfghklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final int FIRST_HAN = 0x4e00;
    private static final int COMMON_HAN = 3_000;

    private Prose() {}

    /// Words of an invented language, a full stop after every twelfth.
    static String words(long seed, int count) {
        var random = new Random(seed);
        var text = new StringJoiner(" ");
        for (int i = 1; i <= count; i++) {
            var word = new StringBuilder();
            for (int syllable = 0; syllable < 2 + random.nextInt(2); syllable++) {
                word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())))
                        .append(VOWELS.charAt(random.nextInt(VOWELS.length())));
            }
            text.add(i % 12 == 0 ? word + "." : word);
        }
        return text.toString();
    }

    /// Chinese characters without a meaning, a comma or full stop after every ninth.
    static String han(long seed, int count) {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            text.appendCodePoint(FIRST_HAN + random.nextInt(COMMON_HAN));
            if (i % 9 == 0) {
                text.append(i % 2 == 0 ? '，' : '。');
            }
        }
        return text.toString();
    }

    /// The beginning of a text.
    static String firstPart(String text, double share) {
        return text.substring(0, (int) (text.length() * share));
    }
}
