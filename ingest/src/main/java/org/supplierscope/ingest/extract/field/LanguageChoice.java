package org.supplierscope.ingest.extract.field;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.extract.markup.PageSurvey;
import org.supplierscope.ingest.extract.markup.StructuredArticle;
import org.supplierscope.ingest.extract.markup.WordList;

/// Chooses the language: what the page declares, unless the script of its text says otherwise.
///
/// Templates declare English on pages in any language, and `zh` says nothing about the script; so the script of
/// the text decides between Chinese (`zh-Hans`, `zh-Hant`), Japanese, Korean, Cyrillic and Latin.
public final class LanguageChoice {

    /// Enough to tell; the rest of a long article says the same.
    private static final int SAMPLE = 2000;
    private static final Set<Integer> SIMPLIFIED = characters("field/simplified.txt");
    private static final Set<Integer> TRADITIONAL = characters("field/traditional.txt");
    /// The languages in which a word is one of the commonest.
    private static final Map<String, List<String>> COMMON_WORDS = commonWords();

    private LanguageChoice() {}

    /// A BCP 47 tag of language and, for Chinese, script; null when nothing tells.
    ///
    /// @param text the article's title and body
    public static @Nullable Found<String> choose(PageSurvey survey, StructuredArticle article, String text) {
        Found<String> declared = declared(survey, article);
        String language = language(survey, declared.value(), text);
        if (language == null) {
            return null;
        }
        boolean asDeclared = language(language).equals(declared.value());
        return new Found<>(language, asDeclared ? declared.origin() : Origin.TEXT);
    }

    private static @Nullable String language(PageSurvey survey, String declared, String text) {
        String sample = text.length() > SAMPLE ? text.substring(0, SAMPLE) : text;
        ScriptCount count = ScriptCount.of(sample);
        return switch (count.main()) {
            case JAPANESE -> "ja";
            case KOREAN -> "ko";
            case HAN -> declared.equals("ja") ? "ja" : chinese(sample, survey.language());
            case CYRILLIC -> isOneOf(declared, "ru", "uk", "bg", "be", "sr", "mk", "kk", "mn") ? declared : "ru";
            case LATIN -> isOneOf(declared, "", "zh", "ja", "ko", "ru", "en") ? byWords(sample, declared) : declared;
            case OTHER -> declared.isEmpty() ? null : declared;
        };
    }

    private static Found<String> declared(PageSurvey survey, StructuredArticle article) {
        List<Found<String>> sources = List.of(
                new Found<>(survey.language(), Origin.HTML),
                new Found<>(
                        survey.meta("content-language", "language", "dc.language", "dcterms.language"), Origin.META),
                new Found<>(article.language(), Origin.JSON_LD),
                new Found<>(survey.meta("og:locale"), Origin.OPENGRAPH));
        for (Found<String> source : sources) {
            String language = language(source.value());
            if (!language.isEmpty()) {
                return new Found<>(language, source.origin());
            }
        }
        return new Found<>("", Origin.TEXT);
    }

    private static String language(String tag) {
        try {
            String first = tag.strip().replace('_', '-').split("[,; ]", 2)[0];
            String language = new Locale.Builder().setLanguageTag(first).build().getLanguage();
            return language.equals("und") || language.length() > 3 ? "" : language;
        } catch (IllformedLocaleException e) {
            return "";
        }
    }

    private static String chinese(String sample, String tag) {
        int simplified = 0;
        int traditional = 0;
        for (int i = 0; i < sample.length(); i++) {
            simplified += SIMPLIFIED.contains((int) sample.charAt(i)) ? 1 : 0;
            traditional += TRADITIONAL.contains((int) sample.charAt(i)) ? 1 : 0;
        }
        if (simplified == traditional) {
            String lower = tag.toLowerCase(Locale.ROOT);
            boolean saysTraditional =
                    lower.contains("hant") || lower.contains("tw") || lower.contains("hk") || lower.contains("mo");
            return saysTraditional ? "zh-Hant" : "zh-Hans";
        }
        return traditional > simplified ? "zh-Hant" : "zh-Hans";
    }

    /// The language whose commonest words the text uses most; the declared one when the text is too short to
    /// tell.
    private static @Nullable String byWords(String sample, String declared) {
        Map<String, Integer> hits = new HashMap<>();
        int words = 0;
        String lower = sample.toLowerCase(Locale.ROOT);
        for (int from = 0, to; from < lower.length(); from = to + 1) {
            to = from;
            while (to < lower.length() && Character.isLetter(lower.charAt(to))) {
                to++;
            }
            if (to == from) {
                continue;
            }
            String word = lower.substring(from, to);
            words++;
            for (String language : COMMON_WORDS.getOrDefault(word, List.of())) {
                hits.merge(language, 1, Integer::sum);
            }
        }
        String best = declared;
        int most = words / 10;
        for (Map.Entry<String, Integer> hit : hits.entrySet()) {
            if (hit.getValue() > most) {
                best = hit.getKey();
                most = hit.getValue();
            }
        }
        return best.isEmpty() ? null : best;
    }

    private static boolean isOneOf(String language, String... languages) {
        return List.of(languages).contains(language);
    }

    private static Set<Integer> characters(String list) {
        Set<Integer> characters = new HashSet<>();
        WordList.read(list).forEach(line -> line.codePoints().forEach(characters::add));
        return characters;
    }

    private static Map<String, List<String>> commonWords() {
        Map<String, List<String>> languages = new HashMap<>();
        for (String line : WordList.read("field/common-words.txt")) {
            String[] parts = line.split("\\s+", -1);
            for (String word : List.of(parts).subList(1, parts.length)) {
                languages.computeIfAbsent(word, w -> new ArrayList<>()).add(parts[0]);
            }
        }
        return languages;
    }
}
