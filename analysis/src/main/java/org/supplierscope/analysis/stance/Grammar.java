package org.supplierscope.analysis.stance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the cues of a sentence by the rules of `grammar.txt`. Immutable and thread-safe.
final class Grammar {

    /// Verbs of direction: an object belongs to the nearest of them.
    private static final WordClasses VERBS = WordClasses.of(
            WordClass.GROW, WordClass.SHRINK, WordClass.EXIT, WordClass.ENTER, WordClass.FOCUS, WordClass.BUILD);

    private static final WordClasses GUARDS =
            WordClasses.of(WordClass.NOISE, WordClass.BOUND, WordClass.REL, WordClass.BACK);

    private static final WordClasses ADJECTIVES =
            WordClasses.of(WordClass.HIGH, WordClass.NICHE, WordClass.LOW, WordClass.POOR, WordClass.NEW);
    private static final WordClasses NOUNS = WordClasses.of(
            WordClass.MARKETS,
            WordClass.RANGE,
            WordClass.CUSTOMERS,
            WordClass.UNIT,
            WordClass.BUSINESS,
            WordClass.FIELD);
    private static final WordClasses STOPS =
            WordClasses.of(WordClass.AND, WordClass.BOUND, WordClass.PREP, WordClass.REL);
    private static final int NOUN_REACH = 4;
    private static final WordClasses GUARDED = GUARDS.and(VERBS);

    private final List<Rule> rules;

    Grammar() {
        rules = Lexicon.lines("grammar.txt").stream().map(Rule::parse).toList();
    }

    /// All cues that are meant, the more telling first.
    List<Cue> cues(List<Token> tokens, Mood mood) {
        WordClasses present = WordClasses.NONE;
        for (Token token : tokens) {
            present = present.and(token.classes());
        }
        List<Cue> cues = new ArrayList<>();
        Taken taken = new Taken(tokens.size());
        for (Rule rule : rules) {
            if (allPresent(rule, present)) {
                collect(rule, tokens, mood, taken, cues);
            }
        }
        return cues;
    }

    private static boolean allPresent(Rule rule, WordClasses present) {
        if (rule.undated() && present.has(WordClass.SCHEDULE)) {
            return false;
        }
        for (WordClasses element : rule.elements()) {
            if (!element.meets(present)) {
                return false;
            }
        }
        return true;
    }

    private static void collect(Rule rule, List<Token> tokens, Mood mood, Taken taken, List<Cue> cues) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isAny(rule.elements().getFirst())) {
                int[] places = match(rule, tokens, mood, taken, i);
                if (places.length > 0) {
                    int last = places[places.length - 1];
                    taken.take(places);
                    claimNoun(tokens, taken.ends, last);
                    if (isMeant(places, mood)) {
                        cues.add(new Cue(rule, i, last));
                    }
                }
            }
        }
    }

    /// "enters the high-end market": the noun goes with its adjective.
    private static void claimNoun(List<Token> tokens, boolean[] claimed, int adjective) {
        if (!tokens.get(adjective).isAny(ADJECTIVES)) {
            return;
        }
        int width = 0;
        for (int i = adjective + 1; i < tokens.size() && width <= NOUN_REACH; i++) {
            Token token = tokens.get(i);
            if (token.isHardMark() || token.isComma() || token.isAny(STOPS)) {
                return;
            }
            claimed[i] |= token.isAny(NOUNS);
            width += token.width();
        }
    }

    private static int[] match(Rule rule, List<Token> tokens, Mood mood, Taken taken, int first) {
        int[] places = new int[rule.elements().size()];
        places[0] = first;
        for (int element = 1; element < places.length; element++) {
            boolean last = element == places.length - 1;
            int found = next(rule, element, tokens, mood, last ? taken.ends : null, places[element - 1]);
            if (found < 0) {
                return new int[0];
            }
            places[element] = found;
        }
        boolean free = !mood.isDescribed(places[places.length - 1]) && (places.length > 1 || !taken.words[first]);
        return free ? places : new int[0];
    }

    private static int next(
            Rule rule, int element, List<Token> tokens, Mood mood, boolean @Nullable [] claimed, int from) {
        int room = rule.gaps().get(element - 1);
        int width = 0;
        for (int i = from + 1; i < tokens.size() && width <= room; i++) {
            Token token = tokens.get(i);
            if (token.isAny(rule.elements().get(element)) && !mood.isDescribed(i)) {
                return claimed != null && claimed[i] ? -1 : i;
            }
            if (token.isHardMark() || token.isAny(GUARDED.and(rule.unless()))) {
                return -1;
            }
            width += token.width();
        }
        return -1;
    }

    private static boolean isMeant(int[] places, Mood mood) {
        for (int place : places) {
            int negator = mood.negator(place);
            if ((mood.flags(place) & Mood.VOID) != 0 || (negator >= 0 && !contains(places, negator))) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(int[] places, int place) {
        for (int each : places) {
            if (each == place) {
                return true;
            }
        }
        return false;
    }
}
