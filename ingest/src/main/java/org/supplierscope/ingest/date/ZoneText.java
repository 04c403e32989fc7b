package org.supplierscope.ingest.date;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A zone as it stands behind a time of day.
///
/// @param zone null when there is none
/// @param end where the text goes on behind it
record ZoneText(@Nullable ZoneId zone, int end) {

    private static final Map<String, ZoneId> NAMES = names();

    /// No place on Earth is further from UTC than Kiribati and Baker Island.
    private static final int MAX_MINUTES_EAST = 14 * 60;

    private static final int MAX_MINUTES_WEST = 12 * 60;

    private static final Pattern OFFSET =
            Pattern.compile("\\s{0,3}(?:(?:utc|gmt|ut)\\s?)?([+-])\\s?(\\d{1,2})(?::?(\\d{2}))?(?![\\d:])");
    private static final Pattern NAME = Pattern.compile(
            "\\s{0,3}([a-z]{1,20}(?:\\d[a-z]{3})?(?:[/_][a-z]{1,20}){0,4}(?:[+-]\\d{1,2})?)(?![\\p{L}\\d:])");

    /// The zone at the start of a text in lower case. A name beside an offset says nothing more and is passed
    /// over.
    ///
    /// @throws DateTimeException when an offset is none that exists
    static ZoneText at(String text) {
        Matcher offset = OFFSET.matcher(text);
        if (offset.lookingAt()) {
            return new ZoneText(offset(offset), redundantName(text, offset.end()));
        }
        Matcher name = NAME.matcher(text);
        ZoneId zone = name.lookingAt() ? NAMES.get(name.group(1)) : null;
        return zone == null ? new ZoneText(null, 0) : new ZoneText(zone, name.end());
    }

    /// A zone's name or offset that is the whole text; null when it is none.
    static @Nullable ZoneId whole(String text) {
        ZoneText found = at(text);
        return found.zone() != null && found.end() == text.length() ? found.zone() : null;
    }

    private static ZoneOffset offset(Matcher offset) {
        int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
        int total = Integer.parseInt(offset.group(2)) * 60 + minutes;
        boolean east = offset.group(1).equals("+");
        if (minutes > 59 || total > (east ? MAX_MINUTES_EAST : MAX_MINUTES_WEST)) {
            throw new DateTimeException("no such offset");
        }
        return ZoneOffset.ofTotalSeconds((east ? 60 : -60) * total);
    }

    private static int redundantName(String text, int start) {
        Matcher name = NAME.matcher(text).region(start, text.length());
        return name.lookingAt() && NAMES.containsKey(name.group(1)) ? name.end() : start;
    }

    private static Map<String, ZoneId> names() {
        Map<String, ZoneId> names = new HashMap<>();
        ZoneId.getAvailableZoneIds().forEach(id -> names.put(id.toLowerCase(Locale.ROOT), ZoneId.of(id)));
        for (List<String> line : Lexicon.lines("zones.txt")) {
            ZoneId zone = ZoneId.of(line.getFirst());
            line.subList(1, line.size()).forEach(name -> names.put(name, zone));
        }
        return names;
    }
}
