package org.supplierscope.ingest.date;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The forms of a day, on the plain spelling that [DayText] makes of a text: figures, separators, `M03` for
/// March, `y m d` for year, month and day signs, `E1911;` for the years of an era.
///
/// A year of two figures is read as RFC 5322 says (50 to 99 are of the last century), one of three only in an
/// era.
final class DayForm {

    private static final String GAP = "[-/. ]{0,3}";
    private static final String DAY = "(?<day>\\d{1,2})";
    private static final String YEAR = "(?<year>\\d{4})";
    private static final String ANY_YEAR = "(?<year>\\d{4}|\\d{2})";
    private static final String NAMED = "M(?<month>\\d\\d)";
    private static final String SEPARATOR = "(?<separator>[-/. ])";
    /// A month of three figures is one that was padded with a zero twice.
    private static final String MONTH = "(?<month>0?\\d{1,2})";

    private static final Pattern[] UNMISTAKABLE = patterns(
            DAY + GAP + NAMED + GAP + ANY_YEAR,
            NAMED + GAP + DAY + "[-/. ]{1,3}" + ANY_YEAR,
            YEAR + GAP + NAMED + GAP + DAY,
            YEAR + "[-/. ]{1,3}" + DAY + GAP + NAMED,
            "E(?<era>\\d+);" + "(?<year>\\d{1,3})[y/.-]" + MONTH + "[m/.-]" + DAY + "d?",
            YEAR + "y" + MONTH + "m" + DAY + "d?",
            "(?<republic>(?:8|9|1[0-4])\\d)y" + MONTH + "m" + DAY + "d",
            YEAR + SEPARATOR + MONTH + "\\k<separator>" + DAY,
            "(?<year>(?:19|20)\\d\\d)(?<month>\\d\\d)(?<day>\\d\\d)",
            DAY + "(?<separator>[-.])" + MONTH + "\\k<separator>" + YEAR,
            DAY + "\\.(?<month>\\d{1,2})\\.(?<year>\\d\\d)",
            "(?<year>\\d\\d)-(?<month>\\d\\d)-(?<day>\\d\\d)",
            YEAR + "-?(?<ordinal>\\d{3})",
            YEAR + "-?w(?<week>\\d\\d)(?:-?(?<weekday>[1-7]))?");
    /// Forms that tell no day.
    private static final Pattern[] WITHOUT_DAY = patterns(
            NAMED + GAP + YEAR,
            YEAR + GAP + NAMED,
            YEAR + "[-/.](?<month>\\d{1,2})",
            YEAR + "y(?<month>\\d{1,2})m",
            "-(?<year>\\d\\d)-?(?<month>\\d\\d)",
            "(?<year>(?:19|20)\\d\\d)y?");
    private static final Pattern SIX = Pattern.compile("(?<year>\\d\\d)(?<month>\\d\\d)(?<day>\\d\\d)");
    private static final Pattern SIX_WITHOUT_DAY = Pattern.compile("(?:19|20)(?:0[1-9]|1[0-2])");
    private static final Pattern SLASHES = Pattern.compile("(?<first>\\d{1,2})/(?<second>\\d{1,2})/" + ANY_YEAR);

    private DayForm() {}

    /// The day that a text in plain spelling tells; null when it tells none.
    ///
    /// @param order how `3/4/2025` is read; null where nobody knows, which leaves it to the weekday
    /// @param dayNeeded whether the first of a month or year that is told without a day is no answer
    /// @throws DateTimeException when it tells one that does not exist
    static @Nullable LocalDate read(DayText text, @Nullable DayOrder order, boolean dayNeeded) {
        for (Pattern form : UNMISTAKABLE) {
            Matcher found = form.matcher(text.plain());
            if (found.matches()) {
                return day(found);
            }
        }
        for (Pattern form : WITHOUT_DAY) {
            Matcher found = form.matcher(text.plain());
            if (!dayNeeded && found.matches()) {
                return LocalDate.of(year(found), number(found, "month", 1), 1);
            }
        }
        Matcher six = SIX.matcher(text.plain());
        // 200312 may be December 2003 or the twelfth of March 2020.
        if (six.matches()
                && !SIX_WITHOUT_DAY.matcher(text.plain().substring(0, 4)).matches()) {
            return day(six);
        }
        Matcher slashes = SLASHES.matcher(text.plain());
        return slashes.matches() ? slashes(slashes, order, text.weekday()) : null;
    }

    private static LocalDate day(Matcher found) {
        int year = year(found);
        if (group(found, "ordinal") != null) {
            return LocalDate.ofYearDay(year, number(found, "ordinal", 0));
        }
        if (group(found, "week") != null) {
            int week = number(found, "week", 0);
            LocalDate fourth = LocalDate.of(year, 1, 4);
            if (week < 1
                    || week
                            > IsoFields.WEEK_OF_WEEK_BASED_YEAR
                                    .rangeRefinedBy(fourth)
                                    .getMaximum()) {
                throw new DateTimeException("no such week");
            }
            return fourth.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week).with(DayOfWeek.of(number(found, "weekday", 1)));
        }
        return LocalDate.of(year, number(found, "month", 0), number(found, "day", 0));
    }

    private static @Nullable LocalDate slashes(Matcher found, @Nullable DayOrder order, @Nullable DayOfWeek weekday) {
        int first = number(found, "first", 0);
        int second = number(found, "second", 0);
        int year = year(found);
        if (first > 12 || second > 12 || first == second) {
            return first > 12 ? LocalDate.of(year, second, first) : LocalDate.of(year, first, second);
        }
        LocalDate dayFirst = LocalDate.of(year, second, first);
        LocalDate monthFirst = LocalDate.of(year, first, second);
        if (order != null) {
            return order == DayOrder.DAY_FIRST ? dayFirst : monthFirst;
        }
        if (weekday == null || dayFirst.getDayOfWeek() == monthFirst.getDayOfWeek()) {
            return null;
        }
        return dayFirst.getDayOfWeek() == weekday ? dayFirst : monthFirst.getDayOfWeek() == weekday ? monthFirst : null;
    }

    private static int year(Matcher found) {
        if (group(found, "republic") != null) {
            return DayText.REPUBLIC + number(found, "republic", 0);
        }
        int year = number(found, "year", 0);
        if (group(found, "era") != null) {
            return number(found, "era", 0) + year;
        }
        if (found.end("year") - found.start("year") == 2) {
            return year + (year < 50 ? 2000 : 1900);
        }
        if (year == 0) {
            throw new DateTimeException("no such year");
        }
        return year;
    }

    private static int number(Matcher found, String name, int otherwise) {
        String group = group(found, name);
        return group == null ? otherwise : Integer.parseInt(group);
    }

    private static @Nullable String group(Matcher found, String name) {
        return found.namedGroups().containsKey(name) ? found.group(name) : null;
    }

    private static Pattern[] patterns(String... forms) {
        Pattern[] patterns = new Pattern[forms.length];
        for (int i = 0; i < forms.length; i++) {
            patterns[i] = Pattern.compile(forms[i]);
        }
        return patterns;
    }
}
