package org.supplierscope.ingest.feed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The name of a person as feeds write it: in an element of its own, before or after a mail address, or alone.
final class Person {

    private static final String MAIL = "[^\\s@()<>\"]{1,100}@[^\\s@()<>\"]{1,200}";
    /// `mail (name)`: the form of RSS 2.0.
    private static final Pattern MAIL_FIRST = Pattern.compile("(?:mailto:)?" + MAIL + "\\s{0,9}\\(([^()]{1,200})\\)");
    /// `name (mail)` or `name <mail>`.
    private static final Pattern MAIL_LAST =
            Pattern.compile("([^()<>]{1,200}?)\\s{0,9}[(<](?:mailto:)?" + MAIL + "[)>]");
    /// Longer texts are no names, and are not looked at more closely.
    private static final int MAX_LENGTH = 500;

    private Person() {}

    /// The name; the mail address when that is all there is; null when there is nothing.
    static @Nullable String of(Element element) {
        String mail = null;
        for (Element child : element.children()) {
            String line = FeedText.line(child);
            switch (Vocabulary.name(child)) {
                case "name", "foaf:name", "title" -> {
                    if (line != null) {
                        return line;
                    }
                }
                case "email" -> mail = line;
                default -> {}
            }
        }
        return element.childrenSize() > 0 && mail != null ? mail : of(element.wholeText());
    }

    /// The name in a text.
    static @Nullable String of(String text) {
        String plain = text.length() > MAX_LENGTH ? null : FeedMarkup.text(text);
        if (plain == null) {
            return text.length() > MAX_LENGTH ? FeedMarkup.text(text) : null;
        }
        for (Pattern form : new Pattern[] {MAIL_FIRST, MAIL_LAST}) {
            Matcher matcher = form.matcher(plain);
            if (matcher.matches() && !matcher.group(1).isBlank()) {
                return matcher.group(1).strip();
            }
        }
        return plain;
    }
}
