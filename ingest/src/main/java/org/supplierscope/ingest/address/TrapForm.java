package org.supplierscope.ingest.address;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Forms of addresses that sites make without end: to follow them is to be caught. Asked before a link is added
/// to what is to be fetched; the address that a reader put into the source list is not asked about.
///
/// ```java
/// TrapForm trap = TrapForm.of(address, 2026);
/// if (trap != null) {
///     skipped(address, trap.reason());
/// }
/// ```
public enum TrapForm {
    /// More folders than [#MOST_SEGMENTS].
    TOO_DEEP("its path is deeper than that of any page"),
    /// Links relative to the wrong folder, which grow with each step.
    REPEATED_SEGMENTS("parts of its path repeat"),
    /// Pages of days and months, for ever in both directions.
    CALENDAR("it is a page of a calendar"),
    /// A new address for each visit.
    SESSION("there is a session in it"),
    /// Filters, sort orders and ways back that are added to one another.
    GROWING_QUERY("its query grows from page to page");

    /// The default of Heritrix, the crawler of the web archives (`TooManyPathSegmentsDecideRule`).
    static final int MOST_SEGMENTS = 20;
    /// Heritrix (`PathologicalPathDecideRule`) allows a part of a path twice in a row.
    private static final int MOST_IN_A_ROW = 2;
    /// Days, months and two-digit years may be alike, as in `/11/11/11/`.
    private static final int MOST_NUMBERS_IN_A_ROW = 3;

    private static final int MOST_IN_ALL = 3;
    private static final int LONGEST_PART = 6;
    /// Systems of newspapers and authorities that name an article by its query use up to eight parameters.
    private static final int MOST_PARAMETERS = 12;

    private static final int MOST_OF_ONE_NAME = 3;

    private static final AddressWords CALENDAR_SEGMENTS = AddressWords.read("calendar-segments.txt");
    private static final AddressWords CALENDAR_PARAMETERS = AddressWords.read("calendar-parameters.txt");
    private static final Pattern DATE = Pattern.compile("[0-9]{1,2}|(?:19|20|21)[0-9]{2}(?:[-_.]?[0-9]{1,2}){0,2}");
    private static final Pattern MONTH =
            Pattern.compile("((?:20|21)[0-9]{2})[-_.]?(?:0[1-9]|1[0-2])(?:[-_.]?[0-3][0-9])?");
    private static final Pattern YEAR_AND_MONTH = Pattern.compile("/((?:20|21)[0-9]{2})/(?:0?[1-9]|1[0-2])(?=/|$)");

    private static final Pattern SESSION_NAME =
            Pattern.compile(".*sess.*|.*sid|(?:auth_?|csrf_?|access_?)?token|nonce|ticket");
    private static final Pattern RANDOM =
            Pattern.compile("(?=[^0-9]*+[0-9])(?=[^A-Za-z]*+[A-Za-z])[0-9A-Za-z_.-]{16,}+");
    /// A way back in a way back: each page is led to from the one before.
    private static final Pattern ADDRESS_IN_QUERY = Pattern.compile("(?:%(?:25)*+3A|:)(?:%(?:25)*+2F|/){2}");

    private final String reason;

    TrapForm(String reason) {
        this.reason = reason;
    }

    /// For people; continues a sentence about the address.
    public String reason() {
        return reason;
    }

    /// The trap that an address looks like; null when it looks like none.
    ///
    /// @param thisYear articles are dated next year at the latest
    public static @Nullable TrapForm of(CanonicalAddress address, int thisYear) {
        String path = address.uri().getRawPath();
        List<String> segments = Arrays.stream(path.split("/"))
                .filter(Predicate.not(String::isEmpty))
                .toList();
        String query = address.uri().getRawQuery();
        List<QueryText.Parameter> parameters = query == null ? List.of() : QueryText.parameters(query);
        if (segments.size() > MOST_SEGMENTS) {
            return TOO_DEEP;
        }
        if (repeats(segments)) {
            return REPEATED_SEGMENTS;
        }
        if (isCalendar(path, segments, parameters, thisYear)) {
            return CALENDAR;
        }
        if (parameters.stream().anyMatch(TrapForm::isSession)) {
            return SESSION;
        }
        return query != null && grows(query, parameters) ? GROWING_QUERY : null;
    }

    private static boolean repeats(List<String> segments) {
        Map<String, Integer> count = new HashMap<>();
        for (String segment : segments) {
            if (!isNumber(segment) && count.merge(segment, 1, Integer::sum) > MOST_IN_ALL) {
                return true;
            }
        }
        for (int length = 1; length <= LONGEST_PART; length++) {
            int alike = 0;
            for (int i = length; i < segments.size(); i++) {
                alike = segments.get(i).equals(segments.get(i - length)) ? alike + 1 : 0;
                int most = length == 1 && isNumber(segments.get(i)) ? MOST_NUMBERS_IN_A_ROW : MOST_IN_A_ROW;
                if (alike >= most * length) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isNumber(String segment) {
        return segment.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// A calendar in the path shows days when the path ends in one; an article filed under events ends in its
    /// title. Whatever is dated years ahead is a calendar too.
    private static boolean isCalendar(
            String path, List<String> segments, List<QueryText.Parameter> parameters, int thisYear) {
        boolean named = segments.stream().anyMatch(CALENDAR_SEGMENTS::contains);
        boolean dayInPath =
                !segments.isEmpty() && DATE.matcher(segments.getLast()).matches();
        boolean dayInQuery = parameters.stream()
                .anyMatch(parameter -> DATE.matcher(parameter.value()).matches());
        if (named && (dayInPath || dayInQuery)) {
            return true;
        }
        if (parameters.stream().anyMatch(parameter -> CALENDAR_PARAMETERS.contains(parameter.name()))) {
            return true;
        }
        var date = YEAR_AND_MONTH.matcher(path);
        if (date.find() && Integer.parseInt(date.group(1)) > thisYear + 1) {
            return true;
        }
        return parameters.stream()
                .map(parameter -> MONTH.matcher(parameter.value()))
                .anyMatch(month -> month.matches() && Integer.parseInt(month.group(1)) > thisYear + 1);
    }

    private static boolean isSession(QueryText.Parameter parameter) {
        return SESSION_NAME.matcher(parameter.name().toLowerCase(Locale.ROOT)).matches()
                && RANDOM.matcher(parameter.value()).matches();
    }

    private static boolean grows(String query, List<QueryText.Parameter> parameters) {
        if (parameters.size() > MOST_PARAMETERS || query.contains("%2525")) {
            return true;
        }
        Map<String, Integer> count = new HashMap<>();
        for (QueryText.Parameter parameter : parameters) {
            if (count.merge(parameter.name(), 1, Integer::sum) > MOST_OF_ONE_NAME) {
                return true;
            }
        }
        return ADDRESS_IN_QUERY.matcher(query).results().limit(2).count() == 2;
    }
}
