package org.supplierscope.analysis.stance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.mention.FoldedText;
import org.supplierscope.analysis.mention.Mention;

/// Cuts a sentence into tokens: names first, so that no word of a name is taken for a cue, then
/// the longest phrases of the lexicon.
final class Tokeniser {

    private static final int WORD_WIDTH = 2;
    private static final int COMMA_WIDTH = 4;

    private static final WordClasses NAMED = WordClasses.of(WordClass.NAME);

    private static final WordClasses HIGH = WordClasses.of(WordClass.HIGH);
    private static final WordClasses MANY = WordClasses.of(WordClass.MANY);
    private static final int MANY_DIGITS = 3;
    private static final WordClasses YEAR = WordClasses.of(WordClass.YEAR);
    private static final int YEAR_DIGITS = 4;

    private final Lexicon lexicon;

    Tokeniser(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /// @param mentions all mentions of the passage, in order
    /// @param first index of the first mention that does not end before the sentence
    List<Token> tokens(FoldedText text, Sentence sentence, List<Mention> mentions, int first) {
        List<Token> tokens = new ArrayList<>();
        int next = first;
        int at = sentence.start();
        while (at < sentence.end()) {
            while (next < mentions.size() && mentions.get(next).start() < at) {
                next++;
            }
            int limit = sentence.end();
            if (next < mentions.size()) {
                Mention mention = mentions.get(next);
                if (mention.start() == at) {
                    int end = Math.min(mention.end(), sentence.end());
                    tokens.add(new Token(at, end, WORD_WIDTH, NAMED, (char) 0, mention.supplier()));
                    at = end;
                    continue;
                }
                limit = Math.min(limit, mention.start());
            }
            Token token = token(text, at, limit);
            if (token != null) {
                tokens.add(token);
                at = token.end();
            } else {
                at++;
            }
        }
        return tokens;
    }

    private @Nullable Token token(FoldedText text, int at, int limit) {
        char c = text.at(at);
        if (Character.isWhitespace(c)) {
            return null;
        }
        boolean word = FoldedText.isWord(c);
        if (!word && !FoldedText.isHan(c)) {
            boolean chinese = text.original().charAt(at) == Token.CHINESE_COMMA;
            return new Token(at, at + 1, markWidth(c), WordClasses.NONE, chinese ? Token.CHINESE_COMMA : c, null);
        }
        Lexicon.Entry entry = lexicon.longest(text, at, limit);
        if (entry.end() > at) {
            return new Token(at, entry.end(), width(text, at, entry.end()), entry.classes(), (char) 0, null);
        }
        int end = word ? Math.min(text.wordEnd(at), limit) : at + 1;
        return new Token(at, end, word ? WORD_WIDTH : 1, bare(text, at, end), (char) 0, null);
    }

    /// "High-capacitance", "ultra-pure": the hyphen makes any quality a high one. A number of
    /// three digits and more is many.
    private static WordClasses bare(FoldedText text, int start, int end) {
        String word = text.slice(start, end);
        boolean hyphen = end < text.length() && text.original().charAt(end) == '-';
        if (hyphen && (word.equals("high") || word.equals("ultra"))) {
            return HIGH;
        }
        if (!word.chars().allMatch(Character::isDigit)) {
            return WordClasses.NONE;
        }
        return switch (word.length()) {
            case MANY_DIGITS -> MANY;
            case YEAR_DIGITS -> word.startsWith("19") || word.startsWith("20") ? YEAR : WordClasses.NONE;
            default -> WordClasses.NONE;
        };
    }

    private static int markWidth(char c) {
        return switch (c) {
            case ',' -> COMMA_WIDTH;
            case '\u3001' -> 1;
            default -> 0;
        };
    }

    private static int width(FoldedText text, int start, int end) {
        int width = 0;
        boolean inWord = false;
        for (int i = start; i < end; i++) {
            char c = text.at(i);
            if (FoldedText.isHan(c)) {
                width++;
            } else if (FoldedText.isWord(c) && !inWord) {
                width += WORD_WIDTH;
            }
            inWord = FoldedText.isWord(c);
        }
        return width;
    }
}
