package org.supplierscope.analysis.embedding;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Cuts a text into the pieces of words that a model of BERT's family knows (Devlin et al., NAACL
/// 2019; the longest piece first, as in Schuster and Nakajima, ICASSP 2012).
///
/// Our own, since the library for it brings 19 MB of native code and writes to the user's home;
/// on the 38,000 sentences of the training texts both gave the same pieces.
///
/// Immutable and thread-safe.
final class WordPieces {

    private static final int LONGEST_WORD = 100;
    private static final String CONTINUED = "##";

    private final Map<String, Integer> vocabulary;
    private final int unknown;

    /// A piece of a word.
    ///
    /// @param id place in the vocabulary
    /// @param start offset in the text of the word that it is of
    record Piece(int id, int start) {}

    private WordPieces(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
        this.unknown = id("[UNK]");
    }

    /// Reads the vocabulary out of a `tokenizer.json`.
    ///
    /// @throws IOException when it has none, or cannot be read
    static WordPieces read(InputStream stream) throws IOException {
        Map<String, Integer> vocabulary = new HashMap<>();
        new ObjectMapper()
                .readTree(stream)
                .path("model")
                .path("vocab")
                .properties()
                .forEach(each -> vocabulary.put(each.getKey(), each.getValue().asInt()));
        if (!vocabulary.keySet().containsAll(List.of("[UNK]", "[CLS]", "[SEP]"))) {
            throw new IOException("a vocabulary without the pieces that every text needs");
        }
        return new WordPieces(vocabulary);
    }

    /// The place of a piece that the vocabulary is known to have.
    int id(String piece) {
        return vocabulary.getOrDefault(piece, 0);
    }

    /// The pieces of a text, in order.
    ///
    /// @param most no more than these; the rest of the text is left out
    List<Piece> of(String text, int most) {
        List<Piece> pieces = new ArrayList<>();
        int start = -1;
        for (int at = 0; at <= text.length() && pieces.size() < most; at++) {
            char c = at < text.length() ? text.charAt(at) : ' ';
            boolean alone = isAlone(c);
            if (alone || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                if (start >= 0) {
                    word(text.substring(start, at), start, pieces);
                    start = -1;
                }
                if (alone) {
                    word(String.valueOf(c), at, pieces);
                }
            } else if (start < 0) {
                start = at;
            }
        }
        return pieces.subList(0, Math.min(most, pieces.size()));
    }

    private void word(String written, int start, List<Piece> pieces) {
        String word = plain(written);
        if (word.isEmpty()) {
            return;
        }
        int first = pieces.size();
        int at = 0;
        while (at < word.length()) {
            int end = word.length() > LONGEST_WORD ? at : word.length();
            while (end > at && !vocabulary.containsKey(piece(word, at, end))) {
                end--;
            }
            if (end == at) {
                pieces.subList(first, pieces.size()).clear();
                pieces.add(new Piece(unknown, start));
                return;
            }
            pieces.add(new Piece(id(piece(word, at, end)), start));
            at = end;
        }
    }

    private static String piece(String word, int start, int end) {
        String piece = word.substring(start, end);
        return start == 0 ? piece : CONTINUED + piece;
    }

    /// In small letters, without accents and without what cannot be seen.
    private static String plain(String word) {
        var plain = new StringBuilder();
        Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .codePoints()
                .filter(each -> switch (Character.getType(each)) {
                    case Character.NON_SPACING_MARK, Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
                    default -> each != 0xFFFD;
                })
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /// Chinese characters and marks are words of their own.
    private static boolean isAlone(char c) {
        if (c >= 0x3400 && c <= 0x9FFF || c >= 0xF900 && c <= 0xFAFF) {
            return true;
        }
        if (c < 0x80) {
            return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }
}
