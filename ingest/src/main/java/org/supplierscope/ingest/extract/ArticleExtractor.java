package org.supplierscope.ingest.extract;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.extract.body.BodyReader;
import org.supplierscope.ingest.extract.field.AddressChoice;
import org.supplierscope.ingest.extract.field.BylineChoice;
import org.supplierscope.ingest.extract.field.DateChoice;
import org.supplierscope.ingest.extract.field.Found;
import org.supplierscope.ingest.extract.field.ImageChoice;
import org.supplierscope.ingest.extract.field.LanguageChoice;
import org.supplierscope.ingest.extract.field.Origin;
import org.supplierscope.ingest.extract.field.PlainText;
import org.supplierscope.ingest.extract.field.SectionChoice;
import org.supplierscope.ingest.extract.field.SiteNameChoice;
import org.supplierscope.ingest.extract.field.TagChoice;
import org.supplierscope.ingest.extract.field.TitleChoice;
import org.supplierscope.ingest.extract.field.TitleWeighing;
import org.supplierscope.ingest.extract.markup.PageDecoder;
import org.supplierscope.ingest.extract.markup.PageParser;
import org.supplierscope.ingest.extract.markup.PageSurvey;
import org.supplierscope.ingest.extract.markup.PageSurveyor;
import org.supplierscope.ingest.extract.markup.StructuredArticle;
import org.supplierscope.ingest.extract.markup.StructuredArticleReader;
import org.supplierscope.ingest.extract.verdict.Judgement;
import org.supplierscope.ingest.extract.verdict.PageEvidence;
import org.supplierscope.ingest.extract.verdict.VerdictReader;
import org.supplierscope.ingest.media.PageForm;
import org.supplierscope.ingest.published.PageVerdict;

/// From the bytes of a page to its article, with a verdict on what the page is. Pure: no network, no clock, no
/// state; safe for use by many threads.
///
/// Any bytes are survived in time linear in their number.
public final class ArticleExtractor {

    /// Characters. A book of 600 pages has a million; a longer text is no article, and its record would not fit
    /// the topics.
    static final int LONGEST_TEXT = 1_000_000;

    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 300;

    /// The article of the page; never null, its text empty when the page shows none or is a wall or an error,
    /// and when what was sent is no page at all, such as a PDF document: then only the feed's title is told.
    public ExtractedArticle extract(PageSource page) {
        String objection = PageForm.objection(page.body(), page.contentType());
        if (objection != null) {
            return noPage(page.feed(), objection);
        }
        String html = PageDecoder.decode(page.body(), page.contentType());
        PageParser.ReadPage read = PageParser.read(html, page.url());
        Document document = read.document();

        PageSurvey survey = PageSurveyor.survey(document);
        StructuredArticle structured = StructuredArticleReader.read(survey.structured());
        var body = BodyReader.of(document);

        var origins = new TreeMap<String, String>();
        @Nullable String siteName = line("siteName", SiteNameChoice.choose(survey, structured), LONGEST_NAME, origins);
        @Nullable String ownTitle = TitleChoice.choose(survey, structured, siteName);
        String feedTitle = PlainText.line(page.feed().title(), LONGEST_TITLE);
        @Nullable
        String title =
                line("title", TitleWeighing.weigh(ownTitle, feedTitle, survey, structured), LONGEST_TITLE, origins);
        var dates = new DateChoice(survey, structured);
        @Nullable
        String published = told(
                "published",
                dates.choose(
                        page.url(),
                        body.linesNear(ownTitle),
                        body.labels(),
                        page.feed().published()),
                origins);
        @Nullable String byline = line("byline", BylineChoice.choose(survey, structured), LONGEST_NAME, origins);

        String whole = PlainText.body(body.text(ownTitle, byline, structured.body()));
        var evidence =
                new PageEvidence(page.url(), page.status(), ownTitle, whole, survey, structured, body.shape(whole));
        Judgement judged = VerdictReader.read(evidence);
        String shown = VerdictReader.ownText(judged.verdict(), evidence);
        String text = PlainText.start(shown, LONGEST_TEXT);
        int unread = text.isEmpty() ? 0 : PageDecoder.unread(page.body()) + read.unread();
        int cut = shown.length() - text.length() + unread;

        return new ExtractedArticle(
                told("canonicalUrl", AddressChoice.choose(survey, structured, page.url()), origins),
                title,
                byline,
                published,
                told("updated", dates.updated(published), origins),
                told(
                        "language",
                        LanguageChoice.choose(survey, structured, title == null ? text : title + "\n" + text),
                        origins),
                siteName,
                told("image", ImageChoice.choose(survey, structured, page.url()), origins),
                told("section", SectionChoice.choose(survey, structured, ownTitle), origins),
                tags(TagChoice.choose(survey, structured, siteName), origins),
                text,
                cut > 0 ? cut : null,
                judged.verdict(),
                String.valueOf(PlainText.line(judged.reason(), LONGEST_REASON)),
                origins);
    }

    private static ExtractedArticle noPage(FeedHint feed, String reason) {
        String title = PlainText.line(feed.title(), LONGEST_TITLE);
        return new ExtractedArticle(
                null,
                title,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                "",
                null,
                PageVerdict.NOT_AN_ARTICLE,
                reason,
                title == null ? Map.of() : Map.of("title", Origin.FEED.word()));
    }

    private static @Nullable String line(
            String field, @Nullable Found<String> found, int longest, Map<String, String> origins) {
        if (found == null) {
            return null;
        }
        String line = found.origin() == Origin.HTML
                ? PlainText.shown(found.value(), longest)
                : PlainText.line(found.value(), longest);
        return line == null ? null : told(field, new Found<>(line, found.origin()), origins);
    }

    private static <T> @Nullable T told(String field, @Nullable Found<T> found, Map<String, String> origins) {
        if (found == null) {
            return null;
        }
        origins.put(field, found.origin().word());
        return found.value();
    }

    private static List<String> tags(@Nullable Found<List<String>> found, Map<String, String> origins) {
        List<String> tags = told("tags", found, origins);
        return tags == null ? List.of() : tags;
    }
}
