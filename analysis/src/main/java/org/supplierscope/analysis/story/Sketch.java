package org.supplierscope.analysis.story;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/// A small picture of a text by which copies of it are recognised: a bottom-k sketch of its shingles.
///
/// A shingle is five neighbouring words, or eight neighbouring characters in scripts without spaces; the
/// sketch keeps
/// the [#SIZE] smallest hashes (Broder, "On the resemblance and containment of documents", 1997; k minimum
/// values:
/// Beyer et al., 2007). From two sketches the share of the smaller text that stands in the larger one can be
/// estimated, which, unlike the resemblance of the two, does not fall when a copy is cut short.
///
/// @param hashes ascending, distinct, at most [#SIZE]; fewer only when the text has fewer shingles
@SuppressWarnings("ArrayRecordComponent") // read in tight loops; equality is not asked for
public record Sketch(long[] hashes) {

    /// How many hashes are kept. The error of an estimated share is about 1/√256 = 6 %, small against the gap
    /// between
    /// copies (above 0.8 in our own set of edited copies) and articles of the same day on the same subject
    /// (below 0.1).
    public static final int SIZE = 256;

    private static final int WORDS = 5;
    private static final int CHARACTERS = 8;
    /// How much of a text is looked at to tell whether its script has spaces.
    private static final int LOOKED_AT = 1000;
    /// Of two texts of very different length, few of the shorter one's hashes can be compared (a 32nd part of
    /// the longer one's length: about 256 / 32). A stock phrase must not make up half of them by chance, so
    /// that fewer than these count as these.
    private static final int LEAST_SAMPLE = 8;

    /// The sketch of a text.
    public static Sketch of(String text) {
        String[] tokens = tokens(text);
        int window = spaceless(text) ? CHARACTERS : WORDS;
        int count = Math.max(tokens.length - window + 1, Math.min(tokens.length, 1));
        long[] all = new long[count];
        for (int i = 0; i < count; i++) {
            long hash = 1125899906842597L;
            for (int j = i; j < Math.min(i + window, tokens.length); j++) {
                hash = mix(hash * 31 + tokens[j].hashCode());
            }
            all[i] = hash;
        }
        return new Sketch(Arrays.stream(all).sorted().distinct().limit(SIZE).toArray());
    }

    /// Estimates which share of the text with fewer shingles stands in the other, from 0 to 1; 0 when one is
    /// empty.
    public double containment(Sketch other) {
        if (hashes.length == 0 || other.hashes.length == 0) {
            return 0;
        }
        // Up to the smaller of the two largest hashes, both sketches know every shingle that they have.
        long horizon = Math.min(horizon(this), horizon(other));
        int here = below(hashes, horizon);
        int there = below(other.hashes, horizon);
        int both = 0;
        for (int i = 0, j = 0; i < here && j < there; ) {
            if (hashes[i] == other.hashes[j]) {
                both++;
                i++;
                j++;
            } else if (hashes[i] < other.hashes[j]) {
                i++;
            } else {
                j++;
            }
        }
        int smaller = Math.min(here, there);
        int sample = horizon == Long.MAX_VALUE ? smaller : Math.max(smaller, LEAST_SAMPLE);
        return smaller == 0 ? 0 : (double) both / sample;
    }

    /// A sketch that is not full holds every shingle of its text, up to any hash.
    private static long horizon(Sketch sketch) {
        return sketch.hashes.length < SIZE ? Long.MAX_VALUE : sketch.hashes[SIZE - 1];
    }

    private static int below(long[] sorted, long horizon) {
        int at = Arrays.binarySearch(sorted, horizon);
        return at >= 0 ? at + 1 : -at - 1;
    }

    private static boolean spaceless(String text) {
        long all = text.codePoints().limit(LOOKED_AT).count();
        long spaceless =
                text.codePoints().limit(LOOKED_AT).filter(Sketch::spaceless).count();
        return spaceless * 5 > all;
    }

    private static boolean spaceless(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, THAI -> true;
            default -> false;
        };
    }

    private static String[] tokens(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        if (spaceless(text)) {
            return folded.codePoints()
                    .filter(Character::isLetterOrDigit)
                    .mapToObj(Character::toString)
                    .toArray(String[]::new);
        }
        return Arrays.stream(folded.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }

    /// The finaliser of SplitMix64 (Steele et al., 2014): spreads close inputs over the whole range.
    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
