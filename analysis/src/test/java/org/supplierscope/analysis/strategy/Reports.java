package org.supplierscope.analysis.strategy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.supplierscope.analysis.published.Stance;

/// Reports for tests: single ones, and streams whose truth is known.
final class Reports {

    static final Subject SUBJECT = new Subject("hoya", "Hoya", null);

    private Reports() {}

    static Instant day(String date) {
        return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// A report that is read on the day it is published, in a story of its own.
    static Report of(String article, String date, Stance stance) {
        return of(article, article, "source of " + article, date, date, stance);
    }

    static Report of(String article, String story, String source, String published, String seen, Stance stance) {
        return new Report(
                article,
                story,
                source,
                day(published),
                day(seen),
                true,
                stance,
                0.8,
                "Sentence of " + article + ".",
                URI.create("https://news.example/" + article));
    }

    /// Monthly reports of one stance, on the tenth.
    static List<Report> monthly(String name, String firstMonth, int count, Stance stance) {
        List<Report> reports = new ArrayList<>();
        LocalDate date = LocalDate.parse(firstMonth + "-10");
        for (int i = 0; i < count; i++) {
            reports.add(of(name + i, date.plusMonths(i).toString(), stance));
        }
        return reports;
    }

    /// The same report, read later.
    static Report seen(Report report, String date) {
        return new Report(
                report.article(),
                report.story(),
                report.source(),
                report.published(),
                day(date),
                report.dated(),
                report.stance(),
                report.confidence(),
                report.sentence(),
                report.url());
    }

    /// Stories at random times, of which a share names the true course and the others the other
    /// one.
    ///
    /// @param years how long the stream is
    /// @param perYear how many stories a year
    /// @param sharpness which share of them is right
    /// @param change after how many years the course turns from PRECISION to BREADTH; infinite
    /// for never
    static List<Report> stream(Random random, double years, double perYear, double sharpness, double change) {
        List<Report> reports = new ArrayList<>();
        double at = 0;
        for (int i = 0; true; i++) {
            at -= Math.log(1 - random.nextDouble()) / perYear;
            if (at > years) {
                return reports;
            }
            boolean precise = at < change == random.nextDouble() < sharpness;
            Instant time = day("2010-01-01").plus(Duration.ofMinutes(Math.round(at * 525_960)));
            reports.add(new Report(
                    "a" + i,
                    "a" + i,
                    "source " + random.nextInt(10),
                    time,
                    time,
                    true,
                    precise ? Stance.PRECISION : Stance.BREADTH,
                    0.8,
                    null,
                    null));
        }
    }
}
