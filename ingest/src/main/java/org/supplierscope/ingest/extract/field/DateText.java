package org.supplierscope.ingest.extract.field;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.date.DateReader;
import org.supplierscope.ingest.date.DateWords;
import org.supplierscope.ingest.date.DayOrder;
import org.supplierscope.ingest.date.WrittenDate;

/// Reads a date out of a short text, in the forms and languages of the news.
///
/// Tried in this order: ISO 8601 and its kin, 年月日 with the years of the Republic of China, Korean, named
/// months, figures only. Every pattern has bounded repetitions; at most [#LONGEST] characters are read.
public final class DateText {

    /// A line that gives a date gives it early.
    static final int LONGEST = 200;
    /// The longest line that is nothing but a date, with weekday, clock, zone and a word such as "published".
    private static final int LONGEST_DATE_LINE = 80;
    private static final int MOST_LETTERS = 30;
    /// Year 1 of the Republic of China is 1912.
    private static final int ROC_OFFSET = 1911;

    private static final Pattern ISO_MOMENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)\\s?[-/.年년]\\s?(\\d{1,2})\\s?[-/.月월]\\s?(\\d{1,2})(?!\\d)");
    private static final Pattern COMPACT =
            Pattern.compile("(?<!\\d)(20\\d\\d)(0[1-9]|1[0-2])([0-3]\\d)(?!\\d{1,5}(?!\\d))");
    private static final Pattern ROC =
            Pattern.compile("(?:民國|民国)\\s?(\\d{1,3})\\s?[年/.-]\\s?(\\d{1,2})\\s?[月/.-]\\s?(\\d{1,2})");
    private static final Pattern ROC_SHORT =
            Pattern.compile("(?<!\\d)(1[0-4]\\d|[89]\\d)\\s?年\\s?(\\d{1,2})\\s?月\\s?(\\d{1,2})\\s?日");
    private static final Pattern DAY_MONTH_YEAR = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|ª|\\.)?[\\s,-]{0,3}(?:de |d'|of |den )?(\\p{L}{3,14})\\.?,?[\\s,-]{0,3}(?:de |del )?((?:19|20)\\d\\d)(?!\\d)");
    private static final Pattern MONTH_DAY_YEAR = Pattern.compile(
            "(\\p{L}{3,14})\\.?\\s{0,2}(\\d{1,2})(?:st|nd|rd|th)?\\s{0,2},?\\s{0,2}((?:19|20)\\d\\d)(?!\\d)");
    private static final Pattern FIGURES =
            Pattern.compile("(?<!\\d)(\\d{1,2})([./-])\\s?(\\d{1,2})\\2\\s?((?:19|20)\\d\\d)(?!\\d)");
    private static final Pattern TIME = Pattern.compile(
            "^.{0,12}?(?<!\\d)(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:[.,]\\d{1,9})?\\s{0,2}([AaPp]\\.?[Mm]\\b\\.?)?\\s{0,2}(Z|UTC|GMT)?\\s{0,2}([+-]\\d{2}:?\\d{2})?");

    private final DayOrder order;

    /// Reads figures in the given order where they leave a choice.
    public DateText(DayOrder order) {
        this.order = order;
    }

    /// The first date of the text, if there is one.
    Optional<PublicationDate> read(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        if (cut.chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        return whole(cut)
                .or(() -> roc(cut))
                .or(() -> yearFirst(cut))
                .or(() -> dayMonthYear(cut))
                .or(() -> monthDayYear(cut))
                .or(() -> figures(cut));
    }

    /// Whether the line is a date and at most a few letters more: a weekday, a clock, "updated".
    public boolean isNothingElse(String line) {
        if (line.length() > LONGEST_DATE_LINE || read(line).isEmpty()) {
            return false;
        }
        long letters = line.chars().filter(Character::isLetter).count();
        return letters <= MOST_LETTERS;
    }

    /// A text that is nothing but a full date, as most metadata is.
    private Optional<PublicationDate> whole(String text) {
        if (ISO_MOMENT.matcher(text).matches()) {
            // what most publishers declare needs none of the many forms below
            try {
                var moment = OffsetDateTime.parse(text).truncatedTo(ChronoUnit.SECONDS);
                LocalDate day = moment.toLocalDate();
                return PublicationDate.of(
                        day.getYear(),
                        day.getMonthValue(),
                        day.getDayOfMonth(),
                        moment.toLocalTime(),
                        moment.getOffset());
            } catch (DateTimeException e) {
                // a day or an hour that does not exist: perhaps another form makes sense of it
            }
        }
        WrittenDate date = DateReader.read(text, order);
        if (date == null || !date.hasDay()) {
            return Optional.empty();
        }
        LocalDate day = date.day();
        LocalTime time = date.time() == null ? null : date.time().truncatedTo(ChronoUnit.SECONDS);
        return PublicationDate.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), time, date.offset());
    }

    private static Optional<PublicationDate> roc(String text) {
        Matcher named = ROC.matcher(text);
        Matcher matcher = named.find() ? named : ROC_SHORT.matcher(text);
        if (matcher == named || matcher.find()) {
            return date(number(matcher, 1) + ROC_OFFSET, number(matcher, 2), number(matcher, 3), text, matcher.end());
        }
        return Optional.empty();
    }

    private static Optional<PublicationDate> yearFirst(String text) {
        Matcher matcher = YEAR_FIRST.matcher(text);
        if (!matcher.find()) {
            matcher = COMPACT.matcher(text);
            if (!matcher.find()) {
                return Optional.empty();
            }
        }
        return date(number(matcher, 1), number(matcher, 2), number(matcher, 3), text, matcher.end());
    }

    private static Optional<PublicationDate> dayMonthYear(String text) {
        Matcher matcher = DAY_MONTH_YEAR.matcher(text);
        int from = 0;
        while (from <= text.length() && matcher.find(from)) {
            int month = DateWords.month(matcher.group(2));
            if (month > 0) {
                return date(number(matcher, 3), month, number(matcher, 1), text, matcher.end());
            }
            from = matcher.start() + 1;
        }
        return Optional.empty();
    }

    private static Optional<PublicationDate> monthDayYear(String text) {
        Matcher matcher = MONTH_DAY_YEAR.matcher(text);
        int from = 0;
        while (from <= text.length() && matcher.find(from)) {
            int month = DateWords.month(matcher.group(1));
            if (month > 0) {
                return date(number(matcher, 3), month, number(matcher, 2), text, matcher.end());
            }
            from = matcher.start() + 1;
        }
        return Optional.empty();
    }

    private Optional<PublicationDate> figures(String text) {
        Matcher matcher = FIGURES.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        int first = number(matcher, 1);
        int second = number(matcher, 3);
        boolean monthFirst = second > 12
                || (first <= 12
                        && order == DayOrder.MONTH_FIRST
                        && matcher.group(2).charAt(0) == '/');
        return date(number(matcher, 4), monthFirst ? first : second, monthFirst ? second : first, text, matcher.end());
    }

    private static Optional<PublicationDate> date(int year, int month, int day, String text, int end) {
        Matcher matcher = TIME.matcher(text.substring(end));
        if (!matcher.find()) {
            return PublicationDate.of(year, month, day);
        }
        int hour = number(matcher, 1);
        int minute = number(matcher, 2);
        int second = matcher.group(3) == null ? 0 : number(matcher, 3);
        @Nullable String half = matcher.group(4);
        if (half != null && hour <= 12) {
            hour = hour % 12 + (Character.toLowerCase(half.charAt(0)) == 'p' ? 12 : 0);
        }
        if (hour > 23 || minute > 59 || second > 59) {
            return PublicationDate.of(year, month, day);
        }
        ZoneOffset offset = offset(matcher.group(5), matcher.group(6));
        return PublicationDate.of(year, month, day, LocalTime.of(hour, minute, second), offset);
    }

    private static @Nullable ZoneOffset offset(@Nullable String zone, @Nullable String figures) {
        if (figures != null) {
            int hours = Integer.parseInt(figures.substring(1, 3));
            int minutes = Integer.parseInt(figures.substring(figures.length() - 2));
            int total = hours * 60 + minutes;
            boolean exists = minutes < 60 && total <= 18 * 60;
            return exists ? ZoneOffset.ofTotalSeconds((figures.charAt(0) == '-' ? -60 : 60) * total) : null;
        }
        return zone == null ? null : ZoneOffset.UTC;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
