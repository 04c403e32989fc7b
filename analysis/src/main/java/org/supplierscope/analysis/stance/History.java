package org.supplierscope.analysis.stance;

import java.util.List;
import java.util.Set;
import org.supplierscope.analysis.mention.FoldedText;

/// Tells the sentences of an article that tell its background: foundings, and what was done in a
/// year gone by.
final class History {

    private static final Set<String> PAST_FORMS = Set.of(
            "built", "bought", "sold", "made", "won", "went", "grew", "began", "ran", "became", "took", "spent", "left",
            "set", "put", "came", "was", "were", "had", "held", "lost", "met", "got", "gave", "led", "sent");
    private static final Set<String> AUXILIARIES =
            Set.of("has", "have", "is", "are", "be", "been", "being", "will", "having", "newly", "recently", "just");
    private static final Set<String> BEFORE_YEAR = Set.of("in", "until", "during", "of", "by");
    private static final WordClasses AHEAD =
            WordClasses.of(WordClass.WILL, WordClass.NOW, WordClass.SOFT, WordClass.ANNOUNCE);
    /// Years of which no report of today is the news.
    private static final int LONG_AGO = 2019;

    private History() {}

    /// Whether a sentence only tells what was.
    static boolean isTold(FoldedText text, List<Token> tokens) {
        boolean ahead = tokens.stream().anyMatch(each -> each.isAny(AHEAD));
        boolean founded = tokens.stream().anyMatch(each -> each.is(WordClass.FOUNDED));
        if (ahead) {
            return false;
        }
        return founded || isDatedChinese(text, tokens) || (namesYear(text, tokens) && isSimplePast(text, tokens));
    }

    private static boolean isDatedChinese(FoldedText text, List<Token> tokens) {
        for (Token token : tokens) {
            if (token.is(WordClass.YEAR) && token.end() < text.length() && text.at(token.end()) == '\u5e74') {
                if (Integer.parseInt(text.slice(token.start(), token.end())) <= LONG_AGO) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean namesYear(FoldedText text, List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            String word = text.slice(tokens.get(i).start(), tokens.get(i).end());
            boolean dated = word.startsWith("in 20") || word.startsWith("in 19");
            boolean year = tokens.get(i).is(WordClass.YEAR) && i > 0 && BEFORE_YEAR.contains(word(text, tokens, i - 1));
            if (dated || year) {
                return true;
            }
        }
        return false;
    }

    /// Whether the first verb that we know stands in the simple past.
    private static boolean isSimplePast(FoldedText text, List<Token> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            String word = word(text, tokens, i);
            int space = word.indexOf(' ');
            String verb = space < 0 ? word : word.substring(0, space);
            boolean past = PAST_FORMS.contains(verb)
                    || (verb.endsWith("ed") && tokens.get(i).isAny(Actors.VERBS));
            if (AUXILIARIES.contains(verb)) {
                return false;
            }
            if (past) {
                return true;
            }
        }
        return false;
    }

    private static String word(FoldedText text, List<Token> tokens, int i) {
        return text.slice(tokens.get(i).start(), tokens.get(i).end());
    }
}
