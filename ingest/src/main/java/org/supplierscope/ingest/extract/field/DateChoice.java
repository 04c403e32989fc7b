package org.supplierscope.ingest.extract.field;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.date.DateWords;
import org.supplierscope.ingest.date.DayOrder;
import org.supplierscope.ingest.extract.markup.PageSurvey;
import org.supplierscope.ingest.extract.markup.StructuredArticle;

/// Chooses the day of publication: declared dates first, then the address, `time` elements, and what is written
/// near the headline.
///
/// The publisher's offset is kept. Where the declared moment is in UTC, another source may tell the publisher's
/// own clock: the same moment with another offset is taken instead, and a day in the address that is a
/// neighbour of the declared one is the publisher's day.
public final class DateChoice {

    private static final String[] PUBLISHED_METAS = {
        "article:published_time",
        "og:article:published_time",
        "article:published",
        "og:published_time",
        "datepublished",
        "parsely-pub-date",
        "sailthru.date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publish_date",
        "published_time",
        "article.published",
        "date.publish",
        "dc.date.issued",
        "dcterms.issued",
        "dc.date",
        "dcterms.date",
        "dcterms.created",
        "dc.date.created",
        "citation_publication_date",
        "citation_date",
        "article:publicationdate",
        "cxenseparse:recs:publishtime",
        "rnews:datepublished",
        "ptime",
        "displaydate",
        "published-date",
        "published_date",
        "publication_date",
        "date",
        "date_published",
        "original-publish-date",
        "article_date_original",
        "weibo:article:create_at",
        "og:pubdate",
        "og:release_date",
        "apub:time"
    };
    private static final String[] LATER_METAS = {
        "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "lastmod", "last-modified"
    };
    private static final Pattern IN_ADDRESS =
            Pattern.compile("/((?:19|20)\\d\\d)[/-]?(\\d{2})[/-]?(\\d{2})(?:[/_.-]|$|\\D)");
    private static final Pattern IN_ADDRESS_NAMED =
            Pattern.compile("/((?:19|20)\\d\\d)/(\\p{L}{3,9})/(\\d{1,2})(?:/|$)");

    private final DateText text;
    private final PageSurvey survey;
    private final StructuredArticle article;

    /// Dates of one page. Figures such as 3/4/2025 are read as usual in the language that the page declares.
    public DateChoice(PageSurvey survey, StructuredArticle article) {
        this.text = new DateText(DayOrder.of(survey.language()));
        this.survey = survey;
        this.article = article;
    }

    /// ISO 8601 with the publisher's offset, or a plain date; null when the page tells none.
    ///
    /// @param url the page's address; null when unknown
    /// @param nearHeadline the visible lines around the headline, the nearest first
    /// @param labels the short lines of the whole page, in page order: where else fails, the first date among
    /// them
    public @Nullable String choose(@Nullable URI url, List<String> nearHeadline, List<String> labels) {
        List<PublicationDate> declared = declared();
        Optional<PublicationDate> address = inAddress(url);
        if (!declared.isEmpty()) {
            return publishersClock(declared, address).iso();
        }
        return address.or(() -> first(nearHeadline))
                .or(() -> first(times(true)))
                .or(() -> first(List.of(survey.meta(LATER_METAS))))
                .or(() -> first(labels))
                .map(this::withItsTime)
                .map(PublicationDate::iso)
                .orElse(null);
    }

    /// A line of text tells the day; a `time` element of the same day tells the moment as well.
    private PublicationDate withItsTime(PublicationDate chosen) {
        if (chosen.moment() != null) {
            return chosen;
        }
        return times(false).stream()
                .map(text::read)
                .flatMap(Optional::stream)
                .filter(time -> time.moment() != null && time.day().equals(chosen.day()))
                .findFirst()
                .orElse(chosen);
    }

    private List<PublicationDate> declared() {
        List<String> sources = new ArrayList<>();
        sources.add(survey.meta("article:published_time"));
        sources.add(article.published());
        sources.add(survey.property("datepublished"));
        for (String name : PUBLISHED_METAS) {
            sources.add(survey.meta(name));
        }
        survey.metas().forEach((name, contents) -> {
            if (name.contains("publi") && (name.contains("date") || name.contains("time"))) {
                sources.addAll(contents);
            }
        });
        List<PublicationDate> dates = new ArrayList<>();
        for (String source : sources) {
            text.read(source).ifPresent(dates::add);
        }
        return dates;
    }

    private PublicationDate publishersClock(List<PublicationDate> declared, Optional<PublicationDate> address) {
        PublicationDate chosen = declared.getFirst();
        if (chosen.moment() == null || chosen.moment().getOffset().getTotalSeconds() != 0) {
            return chosen;
        }
        List<PublicationDate> others = new ArrayList<>(declared);
        times(false).forEach(time -> text.read(time).ifPresent(others::add));
        for (PublicationDate other : others) {
            if (other.moment() != null
                    && other.moment().getOffset().getTotalSeconds() != 0
                    && other.moment().isEqual(chosen.moment())) {
                return other;
            }
        }
        return address.filter(
                        day -> Math.abs(day.day().toEpochDay() - chosen.day().toEpochDay()) == 1)
                .orElse(chosen);
    }

    private static Optional<PublicationDate> inAddress(@Nullable URI url) {
        String path = url == null || url.getPath() == null ? "" : url.getPath();
        Matcher figures = IN_ADDRESS.matcher(path);
        if (figures.find()) {
            return PublicationDate.of(
                    Integer.parseInt(figures.group(1)),
                    Integer.parseInt(figures.group(2)),
                    Integer.parseInt(figures.group(3)));
        }
        Matcher named = IN_ADDRESS_NAMED.matcher(path);
        if (named.find()) {
            return PublicationDate.of(
                    Integer.parseInt(named.group(1)),
                    DateWords.month(named.group(2)),
                    Integer.parseInt(named.group(3)));
        }
        return Optional.empty();
    }

    private List<String> times(boolean withTexts) {
        List<String> times = new ArrayList<>();
        for (PageSurvey.TimeMark time : survey.times()) {
            times.add(time.datetime().isEmpty() && withTexts ? time.text() : time.datetime());
        }
        return times;
    }

    private Optional<PublicationDate> first(List<String> sources) {
        return sources.stream().map(text::read).flatMap(Optional::stream).findFirst();
    }
}
