package org.supplierscope.ingest.date;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A time of day found in a text.
///
/// @param time the time; 24:00 is midnight of the next day
/// @param nextDay whether it was 24:00
/// @param start where it begins
/// @param end where the text goes on behind it
record Clock(LocalTime time, boolean nextDay, int start, int end) {

    private static final String EARLY = "(?:(?<early>" + DateWords.halves() + ")\\s?)?";
    private static final String LATE = "(?:\\s?(?<late>" + DateWords.halves() + ")(?!\\p{L}))?";
    private static final String HOUR = "(?<hour>\\d{1,2})";

    private static final Pattern COLONS = Pattern.compile("(?<![\\d:])" + EARLY + HOUR + "\\s?:\\s?(?<minute>\\d{1,2})"
            + "(?:\\s?:\\s?(?<second>\\d{1,2})(?:[.,](?<fraction>\\d{1,20}))?)?" + LATE + "(?![\\d:])");
    private static final Pattern BASIC = Pattern.compile(
            "(?<=\\d)t(?<hour>\\d{2})(?:(?<minute>\\d{2})(?:(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,20}))?)?)?"
                    + "(?![\\d:,.])");
    private static final Pattern MARKED = Pattern.compile(
            EARLY + "(?<!\\d)" + HOUR + "\\s?[h時时點点시](?!\\p{L})\\s?(?:(?<minute>\\d{1,2})(?!\\d)\\s?(?:min|[m分분])?\\s?"
                    + "(?:(?<second>\\d{1,2})\\s?[s秒초])?)?");
    private static final Pattern DOTTED = Pattern.compile(
            "(?<![\\d.])(?:(?:klo|kl\\.?|klockan|ore|um|alle ore)\\s(?<hour>\\d{1,2})\\.(?<minute>\\d{2})"
                    + "|(?<hour2>\\d{1,2})\\.(?<minute2>\\d{2})\\s?uhr)(?![\\d.\\p{L}])");
    private static final Pattern HOUR_ONLY =
            Pattern.compile("(?<![\\d:])" + HOUR + "\\s?(?<late>[ap]\\.?m\\.?)(?!\\p{L})");
    private static final List<Pattern> FORMS = List.of(COLONS, BASIC, MARKED, DOTTED, HOUR_ONLY);

    /// The time of day in a text in lower case; null when it tells none.
    ///
    /// @throws DateTimeException when it tells one that does not exist
    static @Nullable Clock find(String text) {
        for (Pattern form : FORMS) {
            Matcher found = form.matcher(text);
            if (found.find()) {
                return clock(found);
            }
        }
        return null;
    }

    private static Clock clock(Matcher found) {
        int hour = number(found, "hour", 0) + number(found, "hour2", 0);
        int minute = number(found, "minute", 0) + number(found, "minute2", 0);
        int second = number(found, "second", 0);
        String half = group(found, "early") == null ? group(found, "late") : group(found, "early");
        if (half != null) {
            hour = onTheWholeDay(hour, half);
        }
        if (hour == 24 && minute == 0 && second == 0) {
            return new Clock(LocalTime.MIDNIGHT, true, found.start(), found.end());
        }
        // A leap second is the last of an hour or, where offsets are not whole hours, of a quarter; to us it is
        // the second before.
        boolean leap = second == 60 && minute % 15 == 14;
        LocalTime time = LocalTime.of(hour, minute, leap ? 59 : second, nanos(group(found, "fraction")));
        return new Clock(time, false, found.start(), found.end());
    }

    private static int onTheWholeDay(int hour, String half) {
        boolean afternoon = "12".equals(DateWords.value(DateWords.Kind.HALF, half));
        if (hour > 12 && !afternoon) {
            throw new DateTimeException("no such hour before noon");
        }
        return hour > 12 ? hour : hour % 12 + (afternoon ? 12 : 0);
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    }

    private static int number(Matcher found, String name, int otherwise) {
        String group = group(found, name);
        return group == null ? otherwise : Integer.parseInt(group);
    }

    private static @Nullable String group(Matcher found, String name) {
        return found.namedGroups().containsKey(name) ? found.group(name) : null;
    }
}
