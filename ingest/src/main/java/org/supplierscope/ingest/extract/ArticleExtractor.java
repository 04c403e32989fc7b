package org.supplierscope.ingest.extract;

import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.extract.body.BodyReader;
import org.supplierscope.ingest.extract.field.AddressChoice;
import org.supplierscope.ingest.extract.field.BylineChoice;
import org.supplierscope.ingest.extract.field.DateChoice;
import org.supplierscope.ingest.extract.field.LanguageChoice;
import org.supplierscope.ingest.extract.field.SiteNameChoice;
import org.supplierscope.ingest.extract.field.TitleChoice;
import org.supplierscope.ingest.extract.markup.PageDecoder;
import org.supplierscope.ingest.extract.markup.PageParser;
import org.supplierscope.ingest.extract.markup.PageSurvey;
import org.supplierscope.ingest.extract.markup.PageSurveyor;
import org.supplierscope.ingest.extract.markup.StructuredArticle;
import org.supplierscope.ingest.extract.markup.StructuredArticleReader;

/// From the bytes of a page to its article. Pure: no network, no clock, no state; safe for use by many threads.
///
/// Any bytes are survived in time linear in their number: what is no article yields an article with an empty
/// text.
public final class ArticleExtractor {

    /// The article of the page; never null, its text empty when the page shows none.
    public ExtractedArticle extract(PageSource page) {
        Document document = PageParser.parse(PageDecoder.decode(page.body(), page.contentType()), page.url());

        PageSurvey survey = PageSurveyor.survey(document);
        StructuredArticle structured = StructuredArticleReader.read(survey.structured());
        var body = BodyReader.of(document);

        @Nullable String siteName = SiteNameChoice.choose(survey, structured);
        @Nullable String title = TitleChoice.choose(survey, structured, siteName);
        @Nullable
        String published = new DateChoice(survey, structured).choose(page.url(), body.linesNear(title), body.labels());
        @Nullable String byline = BylineChoice.choose(survey, structured);
        String text = body.text(title, byline, structured.body());

        return new ExtractedArticle(
                AddressChoice.choose(survey, structured, page.url()),
                title,
                byline,
                published,
                LanguageChoice.choose(survey, structured, title == null ? text : title + "\n" + text),
                siteName,
                text);
    }
}
