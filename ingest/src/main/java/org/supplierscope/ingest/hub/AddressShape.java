package org.supplierscope.ingest.hub;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The pattern of an address: what remains when names, numbers and dates are replaced by their kinds, so that
/// the articles of a site share one shape.
///
/// @param pattern for example `/w/Y/n/n/S.html?id=N`
/// @param points how much the address alone looks like an article's, -4 to 4: a date, a number and a long name
/// are what content systems give to articles; words such as `tag` or `author` what they give to lists
/// @param date year, month and day in the path as ISO 8601; empty when it has none
record AddressShape(String pattern, double points, String date) {

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern DAY = Pattern.compile("((?:19|20)\\d\\d)-?(0[1-9]|1[0-2])-?([0-2]\\d|3[01])(?!\\d).*");
    private static final Pattern DATE_PATH =
            Pattern.compile("/((?:19|20)\\d\\d)/(0?[1-9]|1[0-2])(?:/(0?[1-9]|[12]\\d|3[01]))?(?=/)");
    private static final Pattern LONG_NUMBER = Pattern.compile("(?<!\\d)\\d{4,12}(?!\\d)");
    private static final Pattern EXTENSION = Pattern.compile("\\.[a-z]{2,6}$");
    private static final Pattern WORD_BREAK = Pattern.compile("[-_+]+|%20");
    /// Traps: no list of articles is deeper, and no path names the same folder so often.
    private static final int DEEPEST = 12;

    private static final int MOST_REPEATS = 2;
    private static final int LONGEST = 500;

    /// The shape of an absolute address.
    static AddressShape of(URI address) {
        List<String> segments = segments(address);
        Map<String, String> query = query(address);
        var pattern = new StringBuilder();
        for (int i = 0; i < segments.size(); i++) {
            boolean isLast = i == segments.size() - 1;
            String segment = segments.get(i);
            boolean isScript =
                    isLast && !query.isEmpty() && EXTENSION.matcher(segment).find();
            pattern.append('/').append(isScript ? segment : kind(segment, isLast, endsWithDay(pattern)));
        }
        for (String name : new TreeSet<>(query.keySet())) {
            pattern.append(name).append(isNumber(query.getOrDefault(name, "")) ? "=N&" : "=w&");
        }
        String path = address.getPath() + "/";
        Matcher inPath = DATE_PATH.matcher(path);
        boolean dated = inPath.find();
        return new AddressShape(pattern.toString(), points(segments, query, dated), date(inPath, dated, segments));
    }

    /// Whether the address leads into an endless space.
    static boolean isTrap(URI address) {
        List<String> segments = segments(address);
        if (segments.size() > DEEPEST || address.toString().length() > LONGEST) {
            return true;
        }
        Map<String, Integer> counts = new HashMap<>();
        for (String segment : segments) {
            boolean isWord = !segment.isEmpty() && !isNumber(segment);
            if (isWord && counts.merge(segment, 1, Integer::sum) > MOST_REPEATS) {
                return true;
            }
        }
        return address.getPath().toLowerCase(Locale.ROOT).contains(";jsessionid=")
                || query(address).keySet().stream().anyMatch(HubWords::isSession);
    }

    private static double points(List<String> segments, Map<String, String> query, boolean dated) {
        for (String segment : segments) {
            if (HubWords.isAside(EXTENSION.matcher(segment).replaceFirst(""))) {
                return -4;
            }
        }
        String last = segments.isEmpty() ? "" : segments.getLast();
        int words = words(last);
        double points = words >= 4 ? 2 : words >= 2 ? 1 : 0;
        boolean namesMore = words >= 1 && !isNumber(last);
        points += dated && namesMore ? 1.5 : 0;
        boolean numbered =
                LONG_NUMBER.matcher(last).find() && !YEAR.matcher(last).matches();
        for (Map.Entry<String, String> parameter : query.entrySet()) {
            boolean view = HubWords.isView(parameter.getKey());
            numbered |= !view && LONG_NUMBER.matcher(parameter.getValue()).matches();
            points += view ? -1.5 : isNumber(parameter.getValue()) ? 0.5 : 0;
        }
        return Math.clamp(points + (numbered ? 2 : 0), -4, 4);
    }

    private static String date(Matcher inPath, boolean dated, List<String> segments) {
        if (dated && inPath.group(3) != null) {
            return "%s-%2s-%2s"
                    .formatted(inPath.group(1), inPath.group(2), inPath.group(3))
                    .replace(' ', '0');
        }
        for (String segment : segments) {
            Matcher day = DAY.matcher(segment);
            if (day.matches()) {
                return day.group(1) + "-" + day.group(2) + "-" + day.group(3);
            }
        }
        return "";
    }

    private static String kind(String segment, boolean isLast, boolean inDay) {
        Matcher extension = EXTENSION.matcher(segment);
        String ending = isLast && extension.find() ? extension.group() : "";
        String name = segment.substring(0, segment.length() - ending.length());
        if (YEAR.matcher(name).matches()) {
            return "Y" + ending;
        }
        if (isNumber(name)) {
            return (name.length() <= 2 ? "n" : "N") + ending;
        }
        if (isNumbered(name)) {
            return (words(name) >= 3 ? "SN" : "X") + ending;
        }
        // In the folder of a day, one word is a headline too.
        return (isLast && (inDay || words(name) >= 2) ? "S" : "w") + ending;
    }

    private static boolean endsWithDay(CharSequence pattern) {
        return pattern.toString().endsWith("/Y/n/n/");
    }

    /// Whether there is a number in it that is no year.
    private static boolean isNumbered(String segment) {
        Matcher number = LONG_NUMBER.matcher(segment);
        while (number.find()) {
            if (!YEAR.matcher(number.group()).matches()) {
                return true;
            }
        }
        return false;
    }

    private static int words(String segment) {
        int words = (int) (Wording.ideographs(segment) / 2);
        for (String word : WORD_BREAK.split(EXTENSION.matcher(segment).replaceFirst(""), -1)) {
            words += word.isEmpty() || isNumber(word) ? 0 : 1;
        }
        return words;
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static List<String> segments(URI address) {
        List<String> segments = new ArrayList<>();
        for (String segment : address.getPath().split("/", -1)) {
            if (!segment.isEmpty()) {
                segments.add(segment);
            }
        }
        return segments;
    }

    private static Map<String, String> query(URI address) {
        Map<String, String> query = new HashMap<>();
        String raw = address.getRawQuery();
        if (raw != null) {
            for (String parameter : raw.split("&", -1)) {
                int equals = parameter.indexOf('=');
                String name = equals < 0 ? parameter : parameter.substring(0, equals);
                query.put(name.toLowerCase(Locale.ROOT), equals < 0 ? "" : parameter.substring(equals + 1));
            }
        }
        return query;
    }
}
