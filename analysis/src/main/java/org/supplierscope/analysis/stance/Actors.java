package org.supplierscope.analysis.stance;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.mention.FoldedText;

/// Tells whom a token of a sentence stands for: suppliers, an unnamed group, somebody outside the
/// catalogue, nobody.
final class Actors {

    /// Verbs of action: who acts stands before them.
    static final WordClasses VERBS = WordClasses.of(
            WordClass.GROW,
            WordClass.SHRINK,
            WordClass.EXIT,
            WordClass.ENTER,
            WordClass.FOCUS,
            WordClass.BUILD,
            WordClass.TURN,
            WordClass.MAKE,
            WordClass.INVEST,
            WordClass.WIN,
            WordClass.CHASE,
            WordClass.BECOME,
            WordClass.RAISE);

    private static final Set<String> ARTICLES = Set.of("the", "a", "an");
    private static final int ARTICLE_REACH = 5;

    private static final Set<String> AUXILIARIES =
            Set.of("is", "are", "was", "were", "has", "had", "have", "will", "plans", "wants", "intends", "can");

    private final FoldedText text;
    private final List<Token> tokens;
    private final Discourse discourse;

    Actors(FoldedText text, List<Token> tokens, Discourse discourse) {
        this.text = text;
        this.tokens = tokens;
        this.discourse = discourse;
    }

    /// The unnamed group that begins at a token ("some lens giants"), or null.
    Subject.@Nullable Group group(int i) {
        int end = groupEnd(i);
        return end > i ? new Subject.Group(words(i, end)) : null;
    }

    /// Whom a token stands for; null if for nobody.
    ///
    /// @param own the main subject of the sentence so far, which a pronoun takes up
    @Nullable
    Subject who(int i, Subject own) {
        Token token = tokens.get(i);
        if (token.isName()) {
            return named(i);
        }
        boolean possessive = token.is(WordClass.COMPANYREF) || token.is(WordClass.PLURALREF);
        if (possessive && outsiderFollows(i)) {
            return Subject.OTHER;
        }
        if (token.is(WordClass.ACQUIRER) && discourse.acquirer() != null) {
            return discourse.acquirer();
        }
        if (token.is(WordClass.OTHERREF) || token.is(WordClass.INDUSTRY)) {
            Subject outsider = token.is(WordClass.OTHERREF) ? Subject.OTHER : Subject.MARKET;
            return nameFollows(i) || isPartOfList(i) ? null : outsider;
        }
        int maker = makerAfterArticle(i);
        if (maker > i) {
            return isDefinite(token) ? companyOr(own) : Subject.OTHER;
        }
        if (token.is(WordClass.COMPANYREF)) {
            return companyOr(own);
        }
        if (token.is(WordClass.PLURALREF)) {
            return own instanceof Subject.Other ? discourse.several() : own;
        }
        return isStranger(i) ? Subject.OTHER : null;
    }

    /// "And clients of any size": no verb follows, so nobody acts.
    private boolean isPartOfList(int i) {
        if (i == 0 || !tokens.get(i - 1).is(WordClass.AND)) {
            return false;
        }
        int next = i + 1;
        return next == tokens.size()
                || tokens.get(next).mark() == '.'
                || text.slice(tokens.get(next).start(), tokens.get(next).end()).equals("of");
    }

    private Subject companyOr(Subject own) {
        return own instanceof Subject.Suppliers ? own : discourse.company();
    }

    private boolean isDefinite(Token article) {
        return text.slice(article.start(), article.end()).equals("the");
    }

    /// "The Hsinchu switch maker" is the one spoken of, "a Chinese vendor" somebody new.
    private int makerAfterArticle(int i) {
        Token article = tokens.get(i);
        if (article.mark() != 0 || !ARTICLES.contains(text.slice(article.start(), article.end()))) {
            return i;
        }
        for (int j = i + 1; j < tokens.size() && j <= i + ARTICLE_REACH; j++) {
            Token token = tokens.get(j);
            if (token.is(WordClass.MAKER) && isSingular(token)) {
                return nameFollows(j) ? i : j;
            }
            if (token.isName() || token.mark() != 0 || token.isAny(VERBS) || token.is(WordClass.PREP)) {
                return i;
            }
        }
        return i;
    }

    /// Whether a token parts the members of a list.
    boolean isListMark(int i) {
        Token token = tokens.get(i);
        return token.isComma() || token.mark() == '\u3001' || token.mark() == '&' || token.is(WordClass.AND);
    }

    /// All names of the list that ends at a name.
    Subject namesUpTo(int last) {
        List<String> ids = new ArrayList<>();
        for (int i = last; i >= 0 && (tokens.get(i).isName() || isListMark(i)); i--) {
            String id = tokens.get(i).supplier();
            if (id != null) {
                ids.addFirst(id);
            }
        }
        return new Subject.Suppliers(ids);
    }

    /// "Tyntek is building a plant": a proper noun outside the catalogue that does something.
    private boolean isStranger(int i) {
        Token token = tokens.get(i);
        if (!token.classes().isEmpty() || token.mark() != 0 || i + 1 >= tokens.size()) {
            return false;
        }
        String word = text.slice(token.start(), token.end());
        Token next = tokens.get(i + 1);
        boolean beside = i > 1
                && tokens.get(i - 1).is(WordClass.AND)
                && tokens.get(i - 2).isName();
        return !beside
                && discourse.isProperNoun(word)
                && Character.isUpperCase(text.original().charAt(token.start()))
                && !next.is(WordClass.SAY)
                && (next.isAny(VERBS) || AUXILIARIES.contains(text.slice(next.start(), next.end())));
    }

    /// "Its Chinese competitors".
    private boolean outsiderFollows(int i) {
        for (int j = i + 1; j < tokens.size() && j <= i + 3; j++) {
            if (tokens.get(j).is(WordClass.OTHERREF) || tokens.get(j).is(WordClass.PEER)) {
                return true;
            }
            if (!tokens.get(j).classes().isEmpty() || tokens.get(j).mark() != 0) {
                return false;
            }
        }
        return false;
    }

    /// "Apple supplier Largan", "rival Genius": the outsider only introduces.
    private boolean nameFollows(int i) {
        for (int j = i + 1; j < tokens.size() && j <= i + 3; j++) {
            if (tokens.get(j).isName()) {
                return true;
            }
            if (tokens.get(j).is(WordClass.PREP)
                    || tokens.get(j).isComma()
                    || tokens.get(j).isAny(VERBS)) {
                return false;
            }
        }
        return false;
    }

    private @Nullable Subject named(int i) {
        int next = i + 1;
        boolean possessive = mark(next) == '\'';
        if (possessive) {
            next += 2;
        }
        if (next < tokens.size()
                && (tokens.get(next).is(WordClass.OTHERREF) || tokens.get(next).is(WordClass.PEER))) {
            return nameFollows(next) ? null : Subject.OTHER;
        }
        if (!possessive
                && next + 1 < tokens.size()
                && tokens.get(next + 1).isName()
                && tokens.get(next).is(WordClass.MAKER)) {
            return null;
        }
        List<String> ids = new ArrayList<>();
        ids.add(Objects.requireNonNull(tokens.get(i).supplier()));
        int at = i + 1;
        while (at < tokens.size()) {
            int skip = at;
            while (skip < tokens.size() && isListMark(skip)) {
                skip++;
            }
            String id = skip > at && skip < tokens.size() ? tokens.get(skip).supplier() : null;
            if (id == null) {
                break;
            }
            if (!ids.contains(id)) {
                ids.add(id);
            }
            at = skip + 1;
        }
        return new Subject.Suppliers(ids);
    }

    /// Index of the last token of an unnamed group that begins here ("some lens giants"), or the
    /// index itself.
    private int groupEnd(int i) {
        if (!tokens.get(i).is(WordClass.GROUPQ)) {
            return i;
        }
        int width = 0;
        for (int j = i + 1; j < tokens.size() && width <= 8; j++) {
            Token token = tokens.get(j);
            if (token.is(WordClass.MAKER) || token.is(WordClass.PEER)) {
                return isSingular(token) ? i : j;
            }
            if (token.isName()
                    || token.isComma()
                    || token.isHardMark()
                    || token.isAny(VERBS)
                    || token.is(WordClass.PREP)) {
                return i;
            }
            width += token.width();
        }
        return i;
    }

    private boolean isSingular(Token token) {
        char last = text.at(token.end() - 1);
        return FoldedText.isWord(last) && last != 's';
    }

    private String words(int from, int to) {
        int end = tokens.get(to).end();
        if (end < text.length()
                && "\"".indexOf(text.at(end)) >= 0
                && text.slice(tokens.get(from).start(), end).indexOf('"') >= 0) {
            end++;
        }
        return text.original().substring(tokens.get(from).start(), end);
    }

    private char mark(int i) {
        return i < tokens.size() ? tokens.get(i).mark() : 0;
    }
}
