package org.supplierscope.search.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.published.ShiftEvidence;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.analysis.published.StrategyShift;
import org.supplierscope.analysis.published.StrategyTimeline;
import org.supplierscope.analysis.published.TimelineTurn;
import org.supplierscope.search.query.SearchRequest.Filter;

/// A change of course as a page shows it.
///
/// @param name the supplier's
/// @param link its page, of the same theme
/// @param theme within which the course changed; null for the course as a whole
/// @param from the course before
/// @param to the course after
/// @param at the day of the first story of the new course
/// @param detected the day of the story that tipped it
/// @param oldNews whether it was found in news that was old when it was read, so that no shift was told
/// @param figures its confidence and stories in words
/// @param before sentences of the old course
/// @param after sentences of the new one
/// @param takenBack why it is taken back; null when it holds
/// @param articles link to the supplier's articles between the first story and the tipping one
public record TurnView(
        String name,
        String link,
        @Nullable String theme,
        Stance from,
        Stance to,
        String at,
        String detected,
        boolean oldNews,
        String figures,
        List<Sentence> before,
        List<Sentence> after,
        @Nullable String takenBack,
        String articles) {

    /// Characters of a day in ISO 8601.
    private static final int DAY = 10;

    /// A sentence with its sources.
    ///
    /// @param text word for word
    /// @param css style class of its side
    /// @param article link to the article's page
    /// @param source who published it
    /// @param url where it was published; null when unknown, or no address of the web
    /// @param day when
    public record Sentence(
            String text,
            String css,
            String article,
            String source,
            @Nullable URI url,
            String day) {

        private static Sentence of(ShiftEvidence told) {
            URI url = told.url();
            boolean web = url != null && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()));
            return new Sentence(
                    told.sentence(),
                    StanceView.css(told.side()),
                    Links.article(told.article()),
                    told.source(),
                    web ? url : null,
                    dayOf(told.published()));
        }
    }

    static TurnView of(StrategyShift shift) {
        return new TurnView(
                shift.name(),
                Links.supplier(shift.supplier(), shift.theme()),
                shift.theme(),
                shift.from(),
                shift.to(),
                dayOf(shift.at()),
                dayOf(shift.detected()),
                false,
                figures(shift.confidence(), shift.stories()),
                shift.before().stream().map(Sentence::of).toList(),
                shift.after().stream().map(Sentence::of).toList(),
                shift.reason(),
                articles(shift.supplier(), shift.at(), shift.detected()));
    }

    /// A turn of which no shift was told.
    static TurnView of(StrategyTimeline timeline, TimelineTurn turn) {
        return new TurnView(
                timeline.name(),
                Links.supplier(timeline.supplier(), timeline.theme()),
                timeline.theme(),
                turn.from(),
                turn.to(),
                dayOf(turn.at()),
                dayOf(turn.detected()),
                true,
                figures(turn.confidence(), turn.stories()),
                turn.before().stream().map(Sentence::of).toList(),
                turn.after().stream().map(Sentence::of).toList(),
                null,
                articles(timeline.supplier(), turn.at(), turn.detected()));
    }

    /// Labels of the two courses, for the template.
    public String fromLabel() {
        return StanceView.label(from);
    }

    /// The course after.
    public String toLabel() {
        return StanceView.label(to);
    }

    /// Style class of the course before.
    public String fromCss() {
        return StanceView.css(from);
    }

    /// Style class of the course after.
    public String toCss() {
        return StanceView.css(to);
    }

    private static String articles(String supplier, Instant at, Instant detected) {
        return Links.search("published:" + dayOf(at) + ".." + dayOf(detected), Filter.naming(supplier), null, 0);
    }

    private static String figures(double confidence, int stories) {
        return percent(confidence) + " likely, by " + (stories == 1 ? "one story" : stories + " independent stories");
    }

    /// Nothing that was concluded is certain, so that no rounding says so.
    private static String percent(double confidence) {
        long percent = Math.round(confidence * 100);
        return percent > 99 ? "more than 99 %" : percent + " %";
    }

    private static String dayOf(Instant instant) {
        return instant.toString().substring(0, DAY);
    }
}
