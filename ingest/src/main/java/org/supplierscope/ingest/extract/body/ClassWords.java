package org.supplierscope.ingest.extract.body;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.supplierscope.ingest.extract.markup.WordList;

/// What class names and ids say about the part an element plays.
///
/// A name is cut into words at punctuation and at camel case; one word or two in a row are looked up, and the
/// whole after a `=`. One instance serves one page, since it remembers the names it has seen.
final class ClassWords {

    private static final Set<String> ASIDE = WordList.read("body/aside-classes.txt");
    private static final Set<String> BODY = WordList.read("body/body-classes.txt");

    /// Most words start no entry of two, and need no joining.
    private static final Set<String> FIRST_OF_PAIR = Stream.concat(ASIDE.stream(), BODY.stream())
            .filter(entry -> entry.indexOf(' ') > 0)
            .map(entry -> entry.substring(0, entry.indexOf(' ')))
            .collect(Collectors.toUnmodifiableSet());

    /// Embedded posts belong to the article though they are called social.
    private static final Set<String> EMBED = Set.of("embed", "embeds", "embedded", "tweet", "oembed");

    /// `has-comments` and `no-sidebar` say what is around the element, not what it is.
    private static final Set<String> STATES = Set.of("has", "no", "without", "with");

    /// In rising order: where names disagree, the last wins.
    enum Meaning {
        NONE,
        BODY,
        ASIDE,
        EMBED
    }

    private static final int MOST_WORDS_OF_AN_ID = 3;
    /// Names beyond this many characters are not read: no honest element has more.
    private static final int LONGEST = 400;

    private final Map<String, Meaning> seen = new HashMap<>();
    /// Lists of names, most of which many elements of a page share.
    private final Map<String, Meaning> lists = new HashMap<>();

    /// Whether the names say: not the article (sharing, comments, related, promotion, menus, captions, …).
    boolean marksAside(Element element) {
        return meaning(element) == Meaning.ASIDE;
    }

    /// Whether the names say: this is the article's body.
    boolean marksBody(Element element) {
        return meaning(element) == Meaning.BODY;
    }

    /// What tag, class and id together say.
    Meaning meaning(Element element) {
        String tag = element.normalName();
        if (tag.indexOf('-') > 0) {
            Meaning byTag = seen.computeIfAbsent(tag, ClassWords::look);
            if (byTag == Meaning.ASIDE) {
                return byTag;
            }
        }
        if (element.attributesSize() == 0 || isHeading(element)) {
            return Meaning.NONE;
        }
        String names = element.attributes().get("class");
        Meaning byClass = names.isEmpty() ? Meaning.NONE : lists.computeIfAbsent(names, this::meaning);
        if (byClass != Meaning.NONE) {
            return byClass;
        }
        Meaning byId = meaning(element.attributes().get("id"));
        return byId != Meaning.NONE && hasSlugAsId(element) ? Meaning.NONE : byId;
    }

    /// Ids of lines are made of their text, and so are long ids of any element that a table of contents leads
    /// to:
    /// `popular-models-of-last-year` says nothing about the part it plays.
    private static boolean hasSlugAsId(Element element) {
        if (words(element.attributes().get("id")).size() > MOST_WORDS_OF_AN_ID) {
            return true;
        }
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

    /// The meaning of a list of names: one that embeds a post outweighs all, then one that says aside.
    private Meaning meaning(String names) {
        Meaning meaning = Meaning.NONE;
        int start = 0;
        while (start < names.length() && start < LONGEST) {
            int end = names.indexOf(' ', start);
            end = end < 0 ? names.length() : end;
            if (end > start) {
                Meaning one = seen.computeIfAbsent(names.substring(start, end), ClassWords::look);
                meaning = one.compareTo(meaning) > 0 ? one : meaning;
            }
            start = end + 1;
        }
        return meaning;
    }

    private static Meaning look(String name) {
        if (ASIDE.contains("=" + name)) {
            return Meaning.ASIDE;
        }
        List<String> words = words(name);
        if (!words.isEmpty() && STATES.contains(words.getFirst())) {
            return Meaning.NONE;
        }
        Meaning meaning = Meaning.NONE;
        String before = "";
        for (String word : words) {
            Meaning one = meaningOf(before, word);
            meaning = one.compareTo(meaning) > 0 ? one : meaning;
            before = word;
        }
        return meaning;
    }

    private static Meaning meaningOf(String before, String word) {
        if (EMBED.contains(word)) {
            return Meaning.EMBED;
        }
        String pair = FIRST_OF_PAIR.contains(before) ? before + " " + word : word;
        if (ASIDE.contains(word) || ASIDE.contains(pair)) {
            return Meaning.ASIDE;
        }
        return BODY.contains(word) || BODY.contains(pair) ? Meaning.BODY : Meaning.NONE;
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            boolean letter = i < name.length() && Character.isLetter(name.charAt(i));
            boolean hump = letter
                    && i > start
                    && Character.isUpperCase(name.charAt(i))
                    && Character.isLowerCase(name.charAt(i - 1));
            if (!letter || hump) {
                if (i > start) {
                    words.add(name.substring(start, i).toLowerCase(Locale.ROOT));
                }
                start = letter ? i : i + 1;
            }
        }
        return words;
    }
}
