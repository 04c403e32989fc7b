package org.supplierscope.ingest.extract.body;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.supplierscope.ingest.extract.markup.WordList;

/// What class names and ids say about the part an element plays.
///
/// A name is cut into words at punctuation and at camel case; one word or two in a row are looked up, and the
/// whole
/// after a `=`. One instance serves one page, since it remembers the names it has seen.
final class ClassWords {

    private static final Set<String> ASIDE = WordList.read("body/aside-classes.txt");
    private static final Set<String> BODY = WordList.read("body/body-classes.txt");

    /// Embedded posts belong to the article though they are called social.
    private static final Set<String> EMBEDDED = Set.of("embed", "embeds", "embedded", "tweet", "oembed");

    private enum Meaning {
        NONE,
        ASIDE,
        BODY
    }

    private final Map<String, Meaning> seen = new HashMap<>();

    /// Whether the names say: not the article (sharing, comments, related, promotion, menus, captions, …).
    boolean marksAside(Element element) {
        return meaning(element) == Meaning.ASIDE;
    }

    /// Whether the names say: this is the article's body.
    boolean marksBody(Element element) {
        return meaning(element) == Meaning.BODY;
    }

    private Meaning meaning(Element element) {
        if (element.attributesSize() == 0 || isHeading(element)) {
            return Meaning.NONE;
        }
        Meaning byClass = meaning(element.className());
        return byClass == Meaning.NONE && !hasSlugAsId(element) ? meaning(element.id()) : byClass;
    }

    /// Ids of lines are made of their text: `popular-models` says nothing about the part they play.
    private static boolean hasSlugAsId(Element element) {
        return switch (element.normalName()) {
            case "p", "span", "a", "li", "strong" -> true;
            default -> false;
        };
    }

    /// Headings carry classes of what they head or link to; one left without text below goes in any case.
    private static boolean isHeading(Element element) {
        return switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> true;
            default -> false;
        };
    }

    private Meaning meaning(String name) {
        return name.isEmpty() || name.length() > 400 ? Meaning.NONE : seen.computeIfAbsent(name, ClassWords::look);
    }

    private static Meaning look(String name) {
        if (ASIDE.contains("=" + name)) {
            return Meaning.ASIDE;
        }
        List<String> words = words(name);
        if (words.stream().anyMatch(EMBEDDED::contains)) {
            return Meaning.NONE;
        }
        Meaning meaning = Meaning.NONE;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String pair = i + 1 < words.size() ? word + " " + words.get(i + 1) : word;
            if (ASIDE.contains(word) || ASIDE.contains(pair)) {
                return Meaning.ASIDE;
            }
            if (BODY.contains(word) || BODY.contains(pair)) {
                meaning = Meaning.BODY;
            }
        }
        return meaning;
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean starts = Character.isUpperCase(c) && i > 0 && Character.isLowerCase(name.charAt(i - 1));
            if (starts || !Character.isLetter(c)) {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                }
            }
            if (Character.isLetter(c)) {
                word.append(Character.toLowerCase(c));
            } else if (c == ' ' || c == '\t' || c == '\n') {
                // two names do not make a pair
                words.add("");
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }
}
