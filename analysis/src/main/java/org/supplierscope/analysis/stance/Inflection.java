package org.supplierscope.analysis.stance;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// The forms of English verbs and nouns, so that the lexicon names each word once. Forms that do
/// not exist do no harm.
final class Inflection {

    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("build", "built"),
            Map.entry("buy", "bought"),
            Map.entry("sell", "sold"),
            Map.entry("make", "made"),
            Map.entry("leave", "left"),
            Map.entry("win", "won"),
            Map.entry("go", "went gone goes"),
            Map.entry("give", "gave given"),
            Map.entry("take", "took taken"),
            Map.entry("spin", "spun"),
            Map.entry("keep", "kept"),
            Map.entry("stick", "stuck"),
            Map.entry("grow", "grew grown"),
            Map.entry("bring", "brought"),
            Map.entry("choose", "chose chosen"),
            Map.entry("shut", "shut"),
            Map.entry("cut", "cut"),
            Map.entry("put", "put"),
            Map.entry("set", "set"),
            Map.entry("quit", "quit"),
            Map.entry("bet", "bet"),
            Map.entry("shrink", "shrank shrunk"),
            Map.entry("wind", "wound"),
            Map.entry("withdraw", "withdrew withdrawn"),
            Map.entry("forgo", "forwent forgone forgoes"),
            Map.entry("fight", "fought"),
            Map.entry("seek", "sought"),
            Map.entry("steal", "stole stolen"),
            Map.entry("say", "said"),
            Map.entry("tell", "told"),
            Map.entry("think", "thought"),
            Map.entry("see", "saw seen"),
            Map.entry("write", "wrote written"),
            Map.entry("let", "let"),
            Map.entry("become", "became become"),
            Map.entry("break", "broke broken"),
            Map.entry("step", "stepped stepping"),
            Map.entry("lean", "leant"),
            Map.entry("swell", "swollen"),
            Map.entry("open", "opened opening"),
            Map.entry("lay", "laid"),
            Map.entry("get", "got gotten"),
            Map.entry("hold", "held"),
            Map.entry("drive", "drove driven"),
            Map.entry("undersell", "undersold"),
            Map.entry("have", "has had having"),
            Map.entry("spend", "spent"));

    private Inflection() {}

    /// All forms of a verb phrase, whose first word is the verb.
    static Set<String> ofVerb(String phrase) {
        int space = phrase.indexOf(' ');
        String verb = space < 0 ? phrase : phrase.substring(0, space);
        String rest = space < 0 ? "" : phrase.substring(space);
        Set<String> forms = new LinkedHashSet<>();
        forms.add(phrase);
        forms.add(thirdPerson(verb) + rest);
        String stem = verb.endsWith("e") && !verb.endsWith("ee") ? verb.substring(0, verb.length() - 1) : verb;
        forms.add(stem + "ing" + rest);
        forms.add((verb.endsWith("y") && !endsInVowelY(verb) ? verb.substring(0, verb.length() - 1) + "i" : stem)
                + "ed"
                + rest);
        if (doubles(verb)) {
            String doubled = verb + verb.charAt(verb.length() - 1);
            forms.add(doubled + "ing" + rest);
            forms.add(doubled + "ed" + rest);
        }
        String irregular = IRREGULAR.get(verb);
        if (irregular != null) {
            for (String form : irregular.split(" ", -1)) {
                forms.add(form + rest);
            }
        }
        return forms;
    }

    /// Singular and plural of a noun phrase, whose last word is the noun.
    static Set<String> ofNoun(String phrase) {
        return Set.of(phrase, thirdPerson(phrase));
    }

    private static String thirdPerson(String word) {
        if (word.endsWith("y") && !endsInVowelY(word)) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        boolean hissing = word.endsWith("s") || word.endsWith("x") || word.endsWith("ch") || word.endsWith("sh");
        return word + (hissing ? "es" : "s");
    }

    private static boolean endsInVowelY(String word) {
        return word.length() > 1 && isVowel(word.charAt(word.length() - 2));
    }

    private static boolean doubles(String verb) {
        int n = verb.length();
        return n > 2
                && !isVowel(verb.charAt(n - 1))
                && "wxy".indexOf(verb.charAt(n - 1)) < 0
                && isVowel(verb.charAt(n - 2))
                && !isVowel(verb.charAt(n - 3));
    }

    private static boolean isVowel(char c) {
        return "aeiou".indexOf(c) >= 0;
    }
}
