package org.supplierscope.ingest.feed;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.html.HtmlTree;

/// Makes HTML from the web harmless. All markup that leaves a feed has been here.
///
/// What remains is a short list of elements that shape text, with links and images of http and https, made
/// absolute. Scripts, styles, forms, frames, plug-ins, drawings, event handlers, other addresses and pictures
/// that nobody can see, whose purpose is to count readers, are gone; the text around and in them stays.
final class FeedMarkup {

    /// HTML of one field is read as far as this, in characters, and ends with a mark when there is more: a tree
    /// of tiny elements takes a hundred times as much memory. The longest reports of newspapers have a quarter
    /// of it.
    static final int MAX_LENGTH = 256 << 10;

    private static final String CUT = " […]";
    /// Deeper elements are read as if they stood beside each other.
    private static final int MAX_DEPTH = 64;
    /// What every server is asked to take (RFC 9110, section 4.1), in characters. The time to resolve an
    /// address grows with the square of its length.
    private static final int MAX_ADDRESS = 8000;

    private static final List<String> ADDRESSES = List.of("href", "src", "cite");

    private static final Pattern WHITESPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern UNSEEN = Pattern.compile(
            "(?:^|[;\\s])(?:width|height)\\s{0,9}:\\s{0,9}0{0,9}[01]?(?:px)?\\s{0,9}(?:;|$)|(?:^|[;\\s])display\\s{0,9}:\\s{0,9}none");
    private static final Pattern NOTHING = Pattern.compile("\\s{0,9}0{0,9}[01](?:\\.0{0,9})?\\s{0,9}(?:px)?\\s{0,9}");

    /// Sections of XML are none in HTML, whose parser would take them and all their text for a comment.
    private static final Pattern SECTION = Pattern.compile("<!\\[CDATA\\[|\\]\\]>");
    /// What begins like a declaration and is none of HTML's is text.
    private static final Pattern NO_DECLARATION = Pattern.compile("(?i)<!(?!--|doctype\\s{1,9}html)");

    private static final Cleaner CLEANER = new Cleaner(Safelist.relaxed()
            .addTags(
                    "abbr",
                    "acronym",
                    "address",
                    "article",
                    "aside",
                    "audio",
                    "bdi",
                    "bdo",
                    "big",
                    "center",
                    "del",
                    "details",
                    "dfn",
                    "figcaption",
                    "figure",
                    "footer",
                    "header",
                    "hgroup",
                    "hr",
                    "ins",
                    "kbd",
                    "main",
                    "mark",
                    "menu",
                    "nav",
                    "rp",
                    "rt",
                    "ruby",
                    "s",
                    "samp",
                    "section",
                    "source",
                    "summary",
                    "time",
                    "tt",
                    "var",
                    "video",
                    "wbr")
            .removeProtocols("a", "href", "ftp")
            .addAttributes("audio", "src")
            .addAttributes("video", "src", "width", "height")
            .addAttributes("source", "src", "type")
            .addAttributes("time", "datetime")
            .addAttributes("bdo", "dir")
            .addAttributes(":all", "lang")
            .addProtocols("audio", "src", "http", "https")
            .addProtocols("video", "src", "http", "https")
            .addProtocols("source", "src", "http", "https")
            .addEnforcedAttribute("a", "rel", "nofollow noopener noreferrer"));

    private FeedMarkup() {}

    /// Harmless HTML of HTML; null when there is neither text nor a picture in it.
    ///
    /// @param html cut after [#MAX_LENGTH] characters
    /// @param base what its links are relative to
    static @Nullable String clean(String html, URI base) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return plain(html);
        }
        String unwrapped = SECTION.matcher(html).replaceAll("");
        String marked = NO_DECLARATION.matcher(unwrapped).replaceAll("&lt;!");
        boolean tooLong = marked.length() > MAX_LENGTH;
        Document dirty = HtmlTree.read(beginning(marked), base.toString(), MAX_DEPTH);
        for (Element element : dirty.getAllElements()) {
            if (element.nameIs("img") && isUnseen(element)) {
                element.remove();
            }
            for (String name : ADDRESSES) {
                if (element.attr(name).length() > MAX_ADDRESS) {
                    element.removeAttr(name);
                }
            }
        }
        Document clean = settled(CLEANER.clean(whole(dirty)));
        for (Element picture : clean.getElementsByTag("img")) {
            if (!picture.hasAttr("src") && !picture.hasAttr("alt")) {
                picture.remove();
            }
        }
        if (tooLong) {
            clean.body().appendText(CUT);
        }
        clean.outputSettings().prettyPrint(false);
        return blankToNull(clean.body().html());
    }

    /// HTML that shows a text as it is; null when it is blank.
    static @Nullable String plain(String text) {
        return blankToNull(Entities.escape(text));
    }

    /// The text of HTML on one line; null when it has none.
    ///
    /// @param html read no further than [#MAX_LENGTH] characters
    static @Nullable String text(String html) {
        String read = beginning(html);
        boolean bare = read.indexOf('<') < 0 && read.indexOf('&') < 0;
        String text = bare ? read : HtmlTree.read(read, "", MAX_DEPTH).text();
        String line = WHITESPACE.matcher(text).replaceAll(" ").strip();
        return line.isEmpty() ? null : line;
    }

    /// A link within a link, which a table can be made to hide, comes apart whenever it is parsed again: that is
    /// done here, so that everyone reads the same.
    private static Document settled(Document clean) {
        clean.outputSettings().prettyPrint(false);
        boolean nested = clean.getElementsByTag("a").stream().anyMatch(FeedMarkup::isInALink);
        return nested ? HtmlTree.read(clean.body().html(), "", MAX_DEPTH) : clean;
    }

    private static boolean isInALink(Element element) {
        Element around = element.parent();
        while (around != null && !around.nameIs("a")) {
            around = around.parent();
        }
        return around != null;
    }

    private static String beginning(String html) {
        if (html.length() <= MAX_LENGTH) {
            return html;
        }
        // No half of a character is left at the end.
        return html.substring(0, MAX_LENGTH - (Character.isHighSurrogate(html.charAt(MAX_LENGTH - 1)) ? 1 : 0));
    }

    /// The cleaner reads the body alone; what is written before it, such as a title, is text as well.
    private static Document whole(Document dirty) {
        dirty.body().insertChildren(0, List.copyOf(dirty.head().childNodes()));
        return dirty;
    }

    private static boolean isUnseen(Element picture) {
        return NOTHING.matcher(picture.attr("width")).matches()
                || NOTHING.matcher(picture.attr("height")).matches()
                || UNSEEN.matcher(picture.attr("style").toLowerCase(Locale.ROOT))
                        .find();
    }

    private static @Nullable String blankToNull(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? null : stripped;
    }
}
