package org.supplierscope.ingest.date;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a text that is a date: RFC 822 and its variants, ISO 8601 with ordinal and week dates, asctime, what
/// databases print, epoch seconds and milliseconds, named months of some fifty languages, 年月日, years of the
/// Republic of China and of Japanese eras, 오후 and 下午.
///
/// The whole text must be the date; a word that has no place in one makes it none. Where no zone is written,
/// Korean words stand for Korean time, Chinese halves of the day and weekdays for the one time of China, Taiwan
/// and Hong Kong, Japanese ones for Japanese time. The weekday is not held against the date: it is wrong more
/// often than the figures.
public final class DateReader {

    /// The longest text that is looked at, in characters: a date with long names of day, month and zone.
    private static final int LONGEST = 120;

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final ZoneOffset JAPAN_AND_KOREA = ZoneOffset.ofHours(9);

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");
    private static final Pattern DASHES = Pattern.compile("[\u2010-\u2015\u2212]");
    private static final Pattern QUOTES = Pattern.compile("[\u2018\u2019\u02bc`]");
    private static final Pattern FIGURES_RUN_TOGETHER =
            Pattern.compile("((?:19|20)\\d{2}[01]\\d[0-3]\\d)[ _-]?([0-2]\\d)([0-5]\\d)([0-6]\\d)?");
    private static final Pattern COLONS_FOR_DASHES = Pattern.compile("^(\\d{4}):(\\d{2}):(\\d{2}) ");
    private static final Pattern COLON_BEFORE_CLOCK = Pattern.compile("(?<=\\d{4}):(?=\\d{2}:\\d{2}:\\d{2}(?!\\d))");
    private static final Pattern DAY_WITH_ZONE =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2}) ?(z|[+-]\\d{2}:\\d{2}|\\+\\d{4})");
    private static final Pattern EPOCH = Pattern.compile("(1\\d{9})(\\d{3})?(?:\\d{3})?(?:\\.\\d{1,9})?");
    private static final Pattern TENS_OF_FIGURES = Pattern.compile("19\\d\\d(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01])\\d\\d");
    private static final Pattern ISO_SIGN = Pattern.compile("(?<=\\d) ?t ?$");
    /// RFC 5322, section 4.3: an alphabetic zone that nobody can place, military letters among them.
    private static final Pattern UNPLACED_ZONE = Pattern.compile("(?<=:\\d\\d) (?:[A-IK-Z]|[A-Z]{3,5})$");
    /// Short for March, and in Romance languages for a Tuesday.
    private static final Pattern MAR = Pattern.compile("\\bmar\\b");
    private static final Pattern THAI = Pattern.compile("\\p{IsThai}");
    private static final Pattern THAI_YEAR = Pattern.compile("(?<!\\d)2[45]\\d\\d(?!\\d)");
    private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");
    private static final Pattern JAPANESE =
            Pattern.compile("曜|午[前後][0-9 ]*時|令和|平成|\\([月火水木金土]\\)|\\p{IsKatakana}|\\p{IsHiragana}");
    private static final Pattern CHINESE = Pattern.compile("[上下]午|星期|[週周][一-龠]|禮拜|礼拜|[民][國国]|[時时點点]");

    private DateReader() {}

    /// The date that a text is; null when it is none, or could be two.
    public static @Nullable WrittenDate read(@Nullable String text) {
        return read(text, null);
    }

    /// The date that a text is; null when it is none.
    ///
    /// @param text of any length; null is no date
    /// @param order how `3/4/2025` is read; null when that is unknown, which makes it no date unless a weekday
    /// decides
    public static @Nullable WrittenDate read(@Nullable String text, @Nullable DayOrder order) {
        if (text == null || text.length() > LONGEST || text.chars().noneMatch(Character::isDigit)) {
            return null;
        }
        try {
            String spaced = normalised(text);
            Comments comments = Comments.of(spaced);
            if (comments == null) {
                return null;
            }
            boolean unplaced = UNPLACED_ZONE.matcher(comments.text()).find();
            return read(comments, order, unplaced);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable WrittenDate read(Comments comments, @Nullable DayOrder order, boolean unplaced) {
        String text = plainSigns(comments.text().toLowerCase(Locale.ROOT));
        Matcher epoch = EPOCH.matcher(text);
        if (epoch.matches() && !TENS_OF_FIGURES.matcher(text).matches()) {
            String millis = epoch.group(2) == null ? "000" : epoch.group(2);
            return at(Instant.ofEpochMilli(Long.parseLong(epoch.group(1) + millis)));
        }
        Matcher dayWithZone = DAY_WITH_ZONE.matcher(text);
        if (dayWithZone.matches()) {
            ZoneId zone = ZoneText.whole(dayWithZone.group(2));
            return new WrittenDate(
                    LocalDate.parse(dayWithZone.group(1)), true, null, zone instanceof ZoneOffset o ? o : null);
        }
        Clock clock = Clock.find(text);
        if (clock == null) {
            LocalDate day = day(text, order, true);
            if (day != null) {
                return new WrittenDate(day, true, null, null);
            }
            LocalDate first = day(text, order, false);
            return first == null ? null : new WrittenDate(first, false, null, null);
        }
        String behind = text.substring(clock.end());
        ZoneText zone = ZoneText.at(behind);
        String before = ISO_SIGN.matcher(text.substring(0, clock.start())).replaceAll(" ");
        String rest = zone.zone() == null && unplaced
                ? behind.substring(0, behind.lastIndexOf(' '))
                : behind.substring(zone.end());
        LocalDate day = day(before + " " + rest, order, true);
        if (day == null) {
            return null;
        }
        ZoneId written = zone.zone() == null ? comments.zone() : zone.zone();
        LocalDate dayOfClock = clock.nextDay() ? day.plusDays(1) : day;
        return new WrittenDate(
                dayOfClock, true, clock.time(), offset(dayOfClock, clock.time(), written, unplaced, comments));
    }

    private static @Nullable ZoneOffset offset(
            LocalDate day, LocalTime time, @Nullable ZoneId written, boolean unplaced, Comments comments) {
        if (written != null) {
            return written.getRules().getOffset(day.atTime(time));
        }
        String text = comments.original();
        if (unplaced) {
            return null;
        }
        if (HANGUL.matcher(text).find() || JAPANESE.matcher(text).find()) {
            return JAPAN_AND_KOREA;
        }
        return CHINESE.matcher(text).find() ? CHINA : null;
    }

    private static @Nullable LocalDate day(String text, @Nullable DayOrder order, boolean dayNeeded) {
        DayText march = DayText.of(text);
        if (march == null) {
            return null;
        }
        LocalDate day = DayForm.read(march, order, dayNeeded);
        Matcher mar = MAR.matcher(text);
        DayText tuesday = day == null && mar.find() ? DayText.of(mar.replaceFirst("martes")) : null;
        return tuesday == null ? day : DayForm.read(tuesday, order, dayNeeded);
    }

    private static WrittenDate at(Instant instant) {
        var moment = instant.atOffset(ZoneOffset.UTC);
        return new WrittenDate(moment.toLocalDate(), true, moment.toLocalTime(), ZoneOffset.UTC);
    }

    /// Compatibility forms, digits of other scripts, dashes, quotes and spaces in their plain form.
    private static String normalised(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var digits = new StringBuilder(composed.length());
        composed.chars().forEach(c -> {
            int digit = Character.digit((char) c, 10);
            digits.append(digit < 0 ? (char) c : (char) ('0' + digit));
        });
        String dashed = DASHES.matcher(digits).replaceAll("-");
        String quoted = QUOTES.matcher(dashed).replaceAll("'");
        return SPACES.matcher(quoted).replaceAll(" ").strip();
    }

    private static String plainSigns(String text) {
        Matcher together = FIGURES_RUN_TOGETHER.matcher(text);
        String apart = together.lookingAt() && !EPOCH.matcher(text).matches()
                ? together.group(1) + " " + together.group(2) + ":" + together.group(3)
                        + (together.group(4) == null ? "" : ":" + together.group(4)) + text.substring(together.end())
                : text;
        String dashed = COLONS_FOR_DASHES.matcher(apart).replaceFirst("$1-$2-$3 ");
        String spaced = COLON_BEFORE_CLOCK.matcher(dashed).replaceFirst(" ");
        // The Buddhist calendar of Thailand is 543 years ahead.
        return THAI.matcher(spaced).find()
                ? THAI_YEAR.matcher(spaced).replaceAll(year -> String.valueOf(Integer.parseInt(year.group()) - 543))
                : spaced;
    }
}
