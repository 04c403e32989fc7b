package org.supplierscope.ingest.extract.field;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.extract.markup.PageMarks;
import org.supplierscope.ingest.extract.markup.PageSurvey;
import org.supplierscope.ingest.extract.markup.StructuredArticle;
import org.supplierscope.ingest.extract.markup.WordList;

/// Chooses the lead image: `og:image`, JSON-LD, `twitter:image`, microdata, `link rel=image_src`, the first
/// large image in the article.
///
/// The address is only kept, never asked for here. Logos, stand-ins and counting pixels are passed over: by
/// their file name, by a size that is told and too small, and as the publisher's own logo.
public final class ImageChoice {

    /// Nobody prints a lead image that is smaller; icons and pixels are.
    private static final int SMALLEST = 100;
    /// An image of the article whose size nobody declares must be this wide to be taken for its lead.
    private static final int SMALLEST_SHOWN = 300;

    /// `site-logo.png` is a mark; `intel-logo-at-the-new-plant.jpg` is a picture of a story.
    private static final int FEW = 3;

    private static final Set<String> NOTHING = WordList.read("field/image-nothing.txt");
    private static final Pattern WORDS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern TINY = Pattern.compile("(?:^|[^0-9])([1-9]?[0-9])x([1-9]?[0-9])(?:[^0-9]|$)");
    private static final String[] OWN_SIZE = {"og:image:width", "og:image:height"};

    private ImageChoice() {}

    /// An absolute http or https address; null when the page names no picture of its story.
    public static @Nullable Found<URI> choose(PageSurvey survey, StructuredArticle article, @Nullable URI base) {
        Set<String> logos = new HashSet<>(article.details().logos());
        List<Found<String>> sources = new ArrayList<>();
        if (!isTooSmall(survey)) {
            add(sources, survey.metas().get("og:image"), Origin.OPENGRAPH);
            add(sources, survey.metas().get("og:image:secure_url"), Origin.OPENGRAPH);
            add(sources, survey.metas().get("og:image:url"), Origin.OPENGRAPH);
        }
        add(sources, article.details().images(), Origin.JSON_LD);
        add(sources, survey.metas().get("twitter:image"), Origin.OPENGRAPH);
        add(sources, survey.metas().get("twitter:image:src"), Origin.OPENGRAPH);
        add(sources, survey.metas().get("image"), Origin.META);
        add(sources, survey.properties().get("image"), Origin.MICRODATA);
        add(sources, survey.links().get("image_src"), Origin.HTML);
        for (PageMarks.Image image : survey.marks().images()) {
            if (image.width() >= SMALLEST_SHOWN) {
                sources.add(new Found<>(image.address(), Origin.HTML));
            }
        }
        for (Found<String> source : sources) {
            // A fragment is for the page's own script.
            URI address = AddressChoice.absolute(source.value().strip().split("#", 2)[0], base);
            if (address != null && !logos.contains(source.value()) && showsSomething(address)) {
                return new Found<>(address, source.origin());
            }
        }
        return null;
    }

    private static void add(List<Found<String>> sources, @Nullable List<String> values, Origin origin) {
        if (values != null) {
            values.forEach(value -> sources.add(new Found<>(value, origin)));
        }
    }

    private static boolean isTooSmall(PageSurvey survey) {
        for (String name : OWN_SIZE) {
            String size = survey.meta(name);
            if (size.matches("\\d{1,2}") && Integer.parseInt(size) < SMALLEST) {
                return true;
            }
        }
        return false;
    }

    /// By the file's name, not by its folders: pictures of stories lie in `/assets/default/` too.
    private static boolean showsSomething(URI address) {
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        String file = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (file.endsWith(".svg") || file.endsWith(".ico") || (file.isEmpty() && address.getRawQuery() == null)) {
            return false;
        }
        if (TINY.matcher(file).find()) {
            return false;
        }
        int dot = file.lastIndexOf('.');
        List<String> words = Arrays.stream(WORDS.split(dot < 0 ? file : file.substring(0, dot), -1))
                .filter(word -> word.chars().anyMatch(Character::isLetter))
                .toList();
        return words.size() > FEW || words.stream().noneMatch(NOTHING::contains);
    }
}
