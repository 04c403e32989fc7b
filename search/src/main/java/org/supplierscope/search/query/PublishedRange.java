package org.supplierscope.search.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/// Reads a time of publication: a year, a month or a day, or two of them joined by `..`, either of which may
/// be left
/// out. Days are UTC days.
final class PublishedRange {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{4}(-[0-9]{2}){0,2}");

    private PublishedRange() {}

    /// Reads a range such as `2019`, `2019-07`, `2019-07-18`, `2018..2019-06`, `2020..`.
    ///
    /// @param position where the value stands in the query, for the message
    static Clause.Published parse(String value, int position) throws QueryException {
        int dots = value.indexOf("..");
        String from = dots < 0 ? value : value.substring(0, dots);
        String to = dots < 0 ? value : value.substring(dots + 2);
        if (from.isEmpty() && to.isEmpty()) {
            throw new QueryException(position, "a time needs a beginning or an end, as in 2018..2019");
        }
        var range = new Clause.Published(
                from.isEmpty() ? null : start(from, 0, position), to.isEmpty() ? null : start(to, 1, position));
        if (range.from() != null && range.to() != null && !range.from().isBefore(range.to())) {
            throw new QueryException(position, "this time ends before it begins");
        }
        return range;
    }

    /// The beginning of a year, month or day, or of the one after it.
    private static Instant start(String text, int later, int position) throws QueryException {
        try {
            if (!DIGITS.matcher(text).matches()) {
                throw new DateTimeException("neither year, month nor day");
            }
            LocalDate day = switch (text.length()) {
                case 4 -> Year.parse(text).plusYears(later).atDay(1);
                case 7 -> YearMonth.parse(text).plusMonths(later).atDay(1);
                default -> LocalDate.parse(text).plusDays(later);
            };
            return day.atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new QueryException(
                    position,
                    "'" + text + "' is no time of publication; write 2019, 2019-07, 2019-07-18 or 2018..2019");
        }
    }
}
