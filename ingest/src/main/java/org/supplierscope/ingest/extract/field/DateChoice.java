package org.supplierscope.ingest.extract.field;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

    /// The first publication: ISO 8601 with the publisher's offset, or a plain date; null when nothing tells.
    ///
    /// What the publisher declares to machines is believed first. The feed's word stands above what is written
    /// near the headline, which may be the date of an event, and below the day in the address; where it
    /// confirms a day that is only read from text, it tells the moment.
    ///
    /// @param url the page's address; null when unknown
    /// @param nearHeadline the visible lines around the headline, the nearest first
    /// @param labels the short lines of the whole page, in page order: where else fails, the first date among
    /// them
    /// @param inFeed when the feed says that it was published; null when it does not
    public @Nullable Found<String> choose(
            @Nullable URI url, List<String> nearHeadline, List<String> labels, @Nullable Instant inFeed) {
        List<Found<PublicationDate>> declared = declared();
        Optional<Found<PublicationDate>> address = inAddress(url).map(day -> new Found<>(day, Origin.ADDRESS));
        if (!declared.isEmpty()) {
            return written(publishersClock(declared, address));
        }
        Optional<Found<PublicationDate>> shown = address.or(() -> first(nearHeadline, Origin.TEXT))
                .or(() -> first(times(true), Origin.TIME_ELEMENT))
                .or(() -> later())
                .or(() -> first(labels, Origin.TEXT))
                .map(this::withItsTime);
        if (inFeed == null) {
            return shown.map(DateChoice::written).orElse(null);
        }
        return written(shown.map(date -> weighed(date, inFeed)).orElseGet(() -> ofFeed(inFeed)));
    }

    /// The last change, by the same rules of writing; null when nothing tells of one after `published`.
    ///
    /// @param published as [#choose] gave it; null when unknown
    public @Nullable Found<String> updated(@Nullable String published) {
        Optional<PublicationDate> first = published == null ? Optional.empty() : text.read(published);
        List<Found<String>> sources = new ArrayList<>();
        sources.add(new Found<>(article.details().modified(), Origin.JSON_LD));
        for (String name : LATER_METAS) {
            sources.add(new Found<>(survey.meta(name), Origin.ofMeta(name)));
        }
        sources.add(new Found<>(survey.property("datemodified"), Origin.MICRODATA));
        for (Found<String> source : sources) {
            Optional<PublicationDate> date = text.read(source.value());
            if (date.isPresent()) {
                boolean changed = first.isEmpty() || date.get().isAfter(first.get());
                return changed ? written(new Found<>(date.get(), source.origin())) : null;
            }
        }
        return null;
    }

    private static Found<String> written(Found<PublicationDate> date) {
        return new Found<>(date.value().iso(), date.origin());
    }

    private static Found<PublicationDate> ofFeed(Instant moment) {
        var utc = moment.atOffset(ZoneOffset.UTC);
        return new Found<>(new PublicationDate(utc.toLocalDate(), utc), Origin.FEED);
    }

    private static Found<PublicationDate> weighed(Found<PublicationDate> shown, Instant inFeed) {
        Found<PublicationDate> fed = ofFeed(inFeed);
        long apart =
                Math.abs(shown.value().day().toEpochDay() - fed.value().day().toEpochDay());
        boolean sameDay = apart == 0;
        if (shown.value().moment() != null && apart <= 1) {
            return shown;
        }
        // A neighbouring day is the same moment on the publisher's calendar.
        return sameDay || (apart > 1 && shown.origin() != Origin.ADDRESS) ? fed : shown;
    }

    private Optional<Found<PublicationDate>> later() {
        for (String name : LATER_METAS) {
            Optional<PublicationDate> date = text.read(survey.meta(name));
            if (date.isPresent()) {
                return Optional.of(new Found<>(date.get(), Origin.ofMeta(name)));
            }
        }
        return Optional.empty();
    }

    /// A line of text tells the day; a `time` element of the same day tells the moment as well.
    private Found<PublicationDate> withItsTime(Found<PublicationDate> chosen) {
        if (chosen.value().moment() != null) {
            return chosen;
        }
        return times(false).stream()
                .map(text::read)
                .flatMap(Optional::stream)
                .filter(time -> time.moment() != null
                        && time.day().equals(chosen.value().day()))
                .findFirst()
                .map(time -> new Found<>(time, Origin.TIME_ELEMENT))
                .orElse(chosen);
    }

    private List<Found<PublicationDate>> declared() {
        List<Found<String>> sources = new ArrayList<>();
        sources.add(new Found<>(survey.meta("article:published_time"), Origin.OPENGRAPH));
        sources.add(new Found<>(article.published(), Origin.JSON_LD));
        sources.add(new Found<>(survey.property("datepublished"), Origin.MICRODATA));
        for (String name : PUBLISHED_METAS) {
            sources.add(new Found<>(survey.meta(name), Origin.ofMeta(name)));
        }
        survey.metas().forEach((name, contents) -> {
            if (name.contains("publi") && (name.contains("date") || name.contains("time"))) {
                contents.forEach(content -> sources.add(new Found<>(content, Origin.ofMeta(name))));
            }
        });
        List<Found<PublicationDate>> dates = new ArrayList<>();
        for (Found<String> source : sources) {
            text.read(source.value()).ifPresent(date -> dates.add(new Found<>(date, source.origin())));
        }
        return dates;
    }

    private Found<PublicationDate> publishersClock(
            List<Found<PublicationDate>> declared, Optional<Found<PublicationDate>> address) {
        Found<PublicationDate> chosen = declared.getFirst();
        OffsetDateTime moment = chosen.value().moment();
        if (moment == null || moment.getOffset().getTotalSeconds() != 0) {
            return chosen;
        }
        List<Found<PublicationDate>> others = new ArrayList<>(declared);
        times(false)
                .forEach(time -> text.read(time).ifPresent(date -> others.add(new Found<>(date, Origin.TIME_ELEMENT))));
        for (Found<PublicationDate> other : others) {
            OffsetDateTime told = other.value().moment();
            if (told != null && told.getOffset().getTotalSeconds() != 0 && told.isEqual(moment)) {
                return other;
            }
        }
        long day = chosen.value().day().toEpochDay();
        return address.filter(told -> Math.abs(told.value().day().toEpochDay() - day) == 1)
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

    private Optional<Found<PublicationDate>> first(List<String> sources, Origin origin) {
        return sources.stream()
                .map(text::read)
                .flatMap(Optional::stream)
                .findFirst()
                .map(date -> new Found<>(date, origin));
    }
}
