package org.supplierscope.ingest.extract.markup;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Guesses the charset of bytes that nobody has labelled, or that somebody has labelled wrongly.
///
/// Each candidate decodes the start of the page; the one that makes the most of the characters that are
/// frequent in its language wins. Western text is what is left: there letters outside ASCII stand alone.
public final class CharsetSniffer {

    private static final int SAMPLE_BYTES = 64 << 10;
    /// A charset that fails on more than one in this many characters is not the page's.
    private static final int CHARACTERS_PER_FAULT = 50;
    /// Part of the characters outside ASCII that are frequent ones in real text; a wrong decoding stays far
    /// below. The lists of alphabets are of ten letters, which make up more than half of a text.
    private static final double FREQUENT_SHARE = 0.15;

    private static final double FREQUENT_LETTERS_SHARE = 0.45;
    /// How much more of the frequent characters another charset must make to say that a label lies. In between
    /// lies what short texts do by chance.
    private static final double CONTRADICTION = 0.3;

    private static final int CONTRADICTION_CHARACTERS = 12;

    /// Fewer different letters than these make no word.
    private static final int LEAST_LETTERS = 3;

    private static final List<Candidate> CANDIDATES = WordList.read("markup/frequent-characters.txt").stream()
            .flatMap(CharsetSniffer::candidates)
            .toList();

    private CharsetSniffer() {}

    /// A charset and the characters that make up much of what is written in it.
    private record Candidate(Charset charset, Set<Integer> frequent) {

        boolean isAlphabet() {
            return charset.newEncoder().maxBytesPerChar() < 1.5;
        }

        double least() {
            return isAlphabet() ? FREQUENT_LETTERS_SHARE : FREQUENT_SHARE;
        }
    }

    /// How a candidate reads a sample.
    ///
    /// @param share part of the characters outside ASCII that are frequent; 0 when it cannot be the charset
    /// @param foreign number of characters outside ASCII
    private record Reading(double share, int foreign) {}

    /// The likeliest charset; windows-1252 when nothing speaks for another.
    public static Charset sniff(ByteBuffer bytes) {
        ByteBuffer sample = sample(bytes);
        double best = 0;
        Charset chosen = Charset.forName("windows-1252");
        for (Candidate candidate : CANDIDATES) {
            double share = read(sample, candidate).share();
            if (share > best && share > candidate.least()) {
                best = share;
                chosen = candidate.charset();
            }
        }
        return chosen;
    }

    /// Whether bytes are plainly in another charset than the one that they are labelled with.
    public static boolean contradicts(ByteBuffer bytes, Charset labelled) {
        ByteBuffer sample = sample(bytes);
        double own = CANDIDATES.stream()
                .filter(candidate -> candidate.charset().equals(labelled))
                .mapToDouble(candidate -> read(sample, candidate).share())
                .max()
                .orElse(0);
        return CANDIDATES.stream().anyMatch(candidate -> {
            Reading other = read(sample, candidate);
            return other.foreign() >= CONTRADICTION_CHARACTERS
                    && other.share() > candidate.least()
                    && other.share() > own + CONTRADICTION;
        });
    }

    private static Stream<Candidate> candidates(String line) {
        String[] parts = line.split("\\s+", 2);
        Set<Integer> frequent = parts[1].codePoints().boxed().collect(Collectors.toUnmodifiableSet());
        return Arrays.stream(parts[0].split(",", -1)).map(name -> new Candidate(Charset.forName(name), frequent));
    }

    private static ByteBuffer sample(ByteBuffer bytes) {
        return bytes.duplicate().limit(Math.min(bytes.limit(), SAMPLE_BYTES));
    }

    private static Reading read(ByteBuffer sample, Candidate candidate) {
        var decoder = candidate
                .charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        CharBuffer text = CharBuffer.allocate(sample.remaining() * 2 + 2);
        CoderResult ignored = decoder.decode(sample.duplicate(), text, true);
        if (ignored.isError()) {
            return new Reading(0, 0);
        }
        text.flip();
        int foreign = 0;
        int frequent = 0;
        int faults = 0;
        int alone = 0;
        Set<Character> seen = new HashSet<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                continue;
            }
            foreign++;
            if (c == 0xFFFD) {
                faults++;
            } else if (candidate.frequent().contains((int) c)) {
                frequent++;
                if (seen.size() < LEAST_LETTERS) {
                    seen.add(c);
                }
            }
            boolean hasNeighbour =
                    (i > 0 && text.charAt(i - 1) >= 0x80) || (i + 1 < text.length() && text.charAt(i + 1) >= 0x80);
            alone += hasNeighbour ? 0 : 1;
        }
        boolean western = candidate.isAlphabet() && (alone * 2 > foreign || seen.size() < LEAST_LETTERS);
        boolean faulty = (long) faults * CHARACTERS_PER_FAULT > foreign;
        return new Reading(foreign == 0 || western || faulty ? 0 : (double) frequent / foreign, foreign);
    }
}
