package org.supplierscope.ingest.feed;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// The text of an element, by the ways in which feeds hold text: plain, as HTML that is escaped, as markup of
/// its own, or in base64.
final class FeedText {

    private FeedText() {}

    private enum Form {
        PLAIN,
        HTML,
        INLINE,
        BASE64
    }

    /// The text as harmless HTML; null when there is none.
    ///
    /// @param plainByDefault whether text of which nothing is said is plain, as in Atom, and not HTML, as in
    /// RSS
    /// @param base what its links are relative to
    static @Nullable String markup(Element element, boolean plainByDefault, URI base) {
        boolean hasMarkup = element.childrenSize() > 0;
        return switch (form(element, plainByDefault, hasMarkup)) {
            // Many write an entity twice, and none means the name of one.
            case PLAIN -> FeedMarkup.plain(Parser.unescapeEntities(element.wholeText(), false));
            case HTML ->
                FeedMarkup.clean(hasMarkup ? InlineMarkup.of(element, false, base) : element.wholeText(), base);
            case INLINE -> inline(element, base);
            case BASE64 -> decoded(element.wholeText(), base);
        };
    }

    private static @Nullable String inline(Element element, URI outer) {
        Element content = content(element);
        URI base = content.equals(element) ? outer : XmlScope.within(outer, content);
        return FeedMarkup.clean(InlineMarkup.of(content, true, base), base);
    }

    /// The text without markup on one line; null when there is none.
    static @Nullable String line(Element element) {
        return FeedMarkup.text(element.wholeText());
    }

    /// The `div` that RFC 4287, section 3.1.1.3, asks for around XHTML is not part of the text.
    private static Element content(Element element) {
        Element only = element.childrenSize() == 1 && element.ownText().isBlank() ? element.firstElementChild() : null;
        boolean wrapper = only != null
                && attribute(element, "type").equals("xhtml")
                && only.tag().localName().equalsIgnoreCase("div");
        return wrapper ? Objects.requireNonNull(only) : element;
    }

    private static Form form(Element element, boolean plainByDefault, boolean hasMarkup) {
        String type = attribute(element, "type");
        String mode = attribute(element, "mode");
        if (mode.equals("base64") || attribute(element, "encoding").equals("base64")) {
            return Form.BASE64;
        }
        return switch (type) {
            case "" -> hasMarkup && plainByDefault ? Form.INLINE : byDefault(plainByDefault && !mode.equals("escaped"));
            case "text", "plain", "text/plain" -> hasMarkup ? Form.INLINE : Form.PLAIN;
            case "html", "text/html" -> Form.HTML;
            // Without markup of its own, markup that is escaped was meant.
            case "xhtml", "application/xhtml+xml" -> hasMarkup ? Form.INLINE : Form.HTML;
            default -> ofMediaType(type, hasMarkup);
        };
    }

    /// RFC 4287, section 4.1.3.3.
    private static Form ofMediaType(String type, boolean hasMarkup) {
        if (type.startsWith("text/") || type.endsWith("/xml") || type.endsWith("+xml") || type.indexOf('/') < 0) {
            return hasMarkup ? Form.INLINE : Form.HTML;
        }
        return Form.BASE64;
    }

    private static Form byDefault(boolean plain) {
        return plain ? Form.PLAIN : Form.HTML;
    }

    private static String attribute(Element element, String name) {
        String value = element.attr(name);
        int parameters = value.indexOf(';');
        return (parameters < 0 ? value : value.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    /// What is not base64 after all is taken as it is; what is not text, such as a picture, is none.
    private static @Nullable String decoded(String base64, URI base) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') >= 0 ? null : FeedMarkup.clean(text, base);
        } catch (IllegalArgumentException e) {
            return FeedMarkup.clean(base64, base);
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
