package org.supplierscope.analysis.stance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the cues of a sentence by the rules of `grammar.txt`. Immutable and thread-safe.
final class Grammar {

    /// Verbs of direction: an object belongs to the nearest of them.
    private static final long VERBS = WordClass.bits(
            WordClass.GROW, WordClass.SHRINK, WordClass.EXIT, WordClass.ENTER, WordClass.FOCUS, WordClass.BUILD);

    private static final long GUARDS = WordClass.bits(WordClass.NOISE, WordClass.BOUND, WordClass.REL, WordClass.BACK);

    private final List<Rule> rules;

    Grammar() {
        rules = Lexicon.lines("grammar.txt").stream().map(Rule::parse).toList();
    }

    /// All cues that are meant, the more telling first.
    List<Cue> cues(List<Token> tokens, Mood mood) {
        long present = 0;
        for (Token token : tokens) {
            present |= token.classes();
        }
        List<Cue> cues = new ArrayList<>();
        boolean[] claimed = new boolean[tokens.size()];
        for (Rule rule : rules) {
            if (allPresent(rule, present)) {
                collect(rule, tokens, mood, claimed, cues);
            }
        }
        return cues;
    }

    private static boolean allPresent(Rule rule, long present) {
        for (long element : rule.elements()) {
            if ((element & present) == 0) {
                return false;
            }
        }
        return true;
    }

    private static void collect(Rule rule, List<Token> tokens, Mood mood, boolean[] claimed, List<Cue> cues) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isAny(rule.elements().getFirst())) {
                int[] places = match(rule, tokens, mood, claimed, i);
                if (places.length > 0) {
                    int last = places[places.length - 1];
                    claimed[last] = true;
                    if (isMeant(places, mood)) {
                        cues.add(new Cue(rule, i, last));
                    }
                }
            }
        }
    }

    private static int[] match(Rule rule, List<Token> tokens, Mood mood, boolean[] claimed, int first) {
        int[] places = new int[rule.elements().size()];
        places[0] = first;
        for (int element = 1; element < places.length; element++) {
            boolean last = element == places.length - 1;
            int found = next(rule, element, tokens, mood, last ? claimed : null, places[element - 1]);
            if (found < 0) {
                return new int[0];
            }
            places[element] = found;
        }
        boolean free = !mood.isDescribed(places[places.length - 1]) && (places.length > 1 || !claimed[first]);
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
            if (token.isHardMark() || token.isAny(GUARDS | VERBS | rule.unless())) {
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
