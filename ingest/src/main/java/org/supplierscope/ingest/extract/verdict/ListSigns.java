package org.supplierscope.ingest.extract.verdict;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.extract.markup.WordList;

/// Signs of a page that tells of articles, or shows something other than an article.
final class ListSigns {

    /// About 60 English words.
    private static final int LITTLE_TEXT = 320;
    /// About 130 English words: a video's or a product's page may have so much of its own.
    private static final int SOME_TEXT = 650;
    /// About 300 English words.
    private static final int ARTICLE_TEXT = 1500;

    private static final int MANY_HEADLINES = 8;
    private static final int SOME_HEADLINES = 4;
    private static final int GALLERY_FIGURES = 5;
    /// Points: two strong signs, or one with two weak ones.
    private static final int ENOUGH = 5;

    private static final int MOST_NAME = 20;
    private static final String SECTION = "its address names a section";

    private static final Set<String> LIST_TYPES =
            Set.of("CollectionPage", "SearchResultsPage", "ProfilePage", "OfferCatalog", "CategoryCodeSet", "ItemList");
    private static final Set<String> SHOW_TYPES = Set.of("ImageGallery", "MediaGallery", "VideoGallery");
    /// Class names of `body` that WordPress, which two pages in five are made with, gives to its lists.
    private static final Set<String> LIST_CLASSES = Set.of(
            "archive", "category", "tag", "author", "search", "search-results", "search-no-results", "blog", "paged");
    private static final Set<String> ONE_CLASSES = Set.of("single", "single-post", "page", "node-type-article");
    private static final Set<String> LIST_PATHS = WordList.read("verdict/list-paths.txt");
    private static final Pattern SEARCH_QUERY = Pattern.compile("(?:^|&)(?:s|q|query|search|keyword|keywords|kw)=");
    private static final Pattern PAGE_NUMBER = Pattern.compile("/page/\\d{1,4}/?$");
    private static final Phrases TITLES = Phrases.read("list-titles");

    private ListSigns() {}

    /// Why it is no article; null when nothing says so.
    static @Nullable String reason(PageEvidence page) {
        Set<String> types = page.structured().details().types();
        boolean dated = page.isDatedArticle();
        if (dated) {
            return null;
        }
        String show = show(page, types);
        String list = show == null ? list(page, types) : show;
        return list == null && page.text().isBlank() ? "the page shows no text" : list;
    }

    private static @Nullable String show(PageEvidence page, Set<String> types) {
        int weight = page.weight();
        boolean video = page.ofGraph().startsWith("video")
                || types.contains("VideoObject")
                        && (weight <= LITTLE_TEXT || page.path().contains("/video"));
        if (video && weight <= SOME_TEXT && !page.ofGraph().startsWith("article")) {
            return "a video with little text";
        }
        boolean gallery = types.stream().anyMatch(SHOW_TYPES::contains);
        if (gallery && weight <= SOME_TEXT) {
            return "a gallery with little text";
        }
        if (page.survey().marks().figures() >= GALLERY_FIGURES
                && weight <= LITTLE_TEXT
                && page.shape().longest() < 120
                && !page.isDeclaredArticle()) {
            return "pictures with captions and no running text";
        }
        boolean product = page.ofGraph().startsWith("product")
                || page.ofGraph().equals("og:product")
                || types.contains("Product");
        if (product && weight <= ARTICLE_TEXT && !page.isDeclaredArticle()) {
            return "a product for sale";
        }
        return null;
    }

    /// Lists are told by several signs together, each with its weight; what speaks for an article counts
    /// against it.
    private static @Nullable String list(PageEvidence page, Set<String> types) {
        int points = 0;
        String first = null;
        if (types.stream().anyMatch(LIST_TYPES::contains) && types.stream().noneMatch("ItemPage"::equals)) {
            points += types.contains("ItemList") && !types.contains("CollectionPage") ? 1 : 3;
            first = "structured data call it a list";
        }
        List<String> classes = page.survey().marks().bodyClasses();
        if (classes.stream().anyMatch(LIST_CLASSES::contains)
                && classes.stream().noneMatch(ONE_CLASSES::contains)) {
            points += 3;
            first = first == null ? "its markup calls it a list" : first;
        }
        String address = listAddress(page);
        if (address != null) {
            points += address.equals(SECTION) ? 1 : 2;
            first = first == null ? address : first;
        }
        String title = TITLES.inAny(page.titles());
        if (title != null) {
            points += 2;
            first = first == null ? "its title says \"" + title + "\"" : first;
        }
        if (isNamedLikeItsPlace(page)) {
            points += 2;
            first = first == null ? "its title is the name of its section" : first;
        }
        if (page.ofGraph().equals("website")
                || page.ofGraph().equals("profile")
                || page.ofGraph().equals("object")) {
            points++;
        }
        String shape = shape(page);
        if (shape != null) {
            points += isBare(page) ? 4 : 3;
            first = first == null ? shape : first;
        } else if (page.shape().headlines() < SOME_HEADLINES) {
            points -= 2;
        }
        points -= page.isDeclaredArticle() ? 3 : 0;
        points -= page.weight() >= ARTICLE_TEXT && shape == null ? 4 : 0;
        return points >= ENOUGH && first != null
                ? first + (shape == null || shape.equals(first) ? "" : "; " + shape)
                : null;
    }

    /// Headlines of others in the body's midst, with little between them; or headlines and no body.
    private static @Nullable String shape(PageEvidence page) {
        int among = page.shape().headlinesAmong();
        boolean thin = page.shape().kept() < 220 * among;
        if (among >= SOME_HEADLINES && among * 2 >= page.shape().paragraphs() && thin) {
            return among + " headlines that lead elsewhere stand in its text";
        }
        if (page.shape().headlines() >= SOME_HEADLINES && page.weight() <= LITTLE_TEXT
                || page.shape().headlines() >= MANY_HEADLINES
                        && page.weight() <= LITTLE_TEXT + 30 * page.shape().headlines()
                        && page.shape().longest() < LITTLE_TEXT) {
            return page.shape().headlines() + " headlines and hardly any running text";
        }
        return null;
    }

    /// Whether the page has nothing but headlines.
    private static boolean isBare(PageEvidence page) {
        return page.shape().headlines() >= MANY_HEADLINES && page.weight() <= LITTLE_TEXT;
    }

    /// `Business` at `/business/`.
    private static boolean isNamedLikeItsPlace(PageEvidence page) {
        String path = page.path();
        String place = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String name = letters(place.substring(place.lastIndexOf('/') + 1));
        return !name.isEmpty()
                && name.length() <= MOST_NAME
                && page.title() != null
                && name.equals(letters(page.title().toLowerCase(Locale.ROOT)));
    }

    private static String letters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(2L * MOST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static @Nullable String listAddress(PageEvidence page) {
        String path = page.path();
        String query = page.url() == null || page.url().getQuery() == null
                ? ""
                : page.url().getQuery().toLowerCase(Locale.ROOT);
        if (page.url() != null && path.equals("/") && query.isEmpty()) {
            return "it is the front page of its host";
        }
        if (SEARCH_QUERY.matcher(query).find()) {
            return "its address asks for a search";
        }
        if (PAGE_NUMBER.matcher(path).find()) {
            return "its address is a page of a list";
        }
        String[] parts = path.substring(1).split("/", 12);
        for (String part : parts) {
            if (LIST_PATHS.contains(part)) {
                return "its address leads through \"" + part + "\"";
            }
        }
        // A word or two at the top of a site is a section; articles have longer names or numbers.
        boolean section = parts.length == 1 || (parts.length == 2 && parts[1].isEmpty());
        return section && page.url() != null && query.isEmpty() && isSectionName(parts[0]) ? SECTION : null;
    }

    private static boolean isSectionName(String name) {
        return name.length() <= MOST_NAME
                && name.chars().noneMatch(Character::isDigit)
                && name.chars().filter(c -> c == '-' || c == '_').count() <= 1
                && name.indexOf('.') < 0;
    }
}
