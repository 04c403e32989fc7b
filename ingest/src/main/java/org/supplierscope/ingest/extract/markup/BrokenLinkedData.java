package org.supplierscope.ingest.extract.markup;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Mines the plain string fields out of JSON-LD that no parser reads: an unescaped quote in one field does not
/// spoil the date in another.
final class BrokenLinkedData {

    private static final int LONGEST_SCRIPT = 1 << 20;
    private static final Pattern HEADLINE = field("headline", 300);
    private static final Pattern PUBLISHED = field("datePublished", 60);

    private BrokenLinkedData() {}

    private static Pattern field(String name, int longest) {
        return Pattern.compile("\"" + name + "\"\\s{0,9}:\\s{0,9}\"([^\"\\\\\\n]{1," + longest + "})\"");
    }

    /// Headline and date of the first script that has them.
    static StructuredArticle mine(List<String> scripts) {
        String headline = "";
        String published = "";
        for (String script : scripts) {
            if (script.length() <= LONGEST_SCRIPT) {
                headline = headline.isEmpty() ? first(HEADLINE, script) : headline;
                published = published.isEmpty() ? first(PUBLISHED, script) : published;
            }
        }
        return new StructuredArticle(headline, published, List.of(), "", "", "", "");
    }

    private static String first(Pattern pattern, String script) {
        Matcher matcher = pattern.matcher(script);
        return matcher.find() ? matcher.group(1).strip() : "";
    }
}
