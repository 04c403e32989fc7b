package org.supplierscope.ingest.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The named fields of a WARC record (ISO 28500:2017, section 5).
///
/// @param fields by their lower-case names; of a field that stands twice, the first
record WarcHeader(Map<String, String> fields) {

    private static final DateTimeFormatter FOURTEEN_DIGITS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /// Reads the lines below the version line.
    ///
    /// @throws BrokenArchiveException when a line is no field
    static WarcHeader of(List<String> lines) throws BrokenArchiveException {
        Map<String, String> fields = new HashMap<>();
        String last = null;
        for (String line : lines) {
            if (last != null && (line.startsWith(" ") || line.startsWith("\t"))) {
                fields.merge(last, line.strip(), (value, more) -> value + " " + more);
                continue;
            }
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new BrokenArchiveException("a WARC header with a line that is no field");
            }
            last = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            fields.putIfAbsent(last, line.substring(colon + 1).strip());
        }
        return new WarcHeader(fields);
    }

    /// The value of a field, by its lower-case name; null when it is not there.
    @Nullable
    String field(String name) {
        return fields.get(name);
    }

    /// The record's type in lower case, such as `response`; empty when it is not told.
    String type() {
        return fields.getOrDefault("warc-type", "").toLowerCase(Locale.ROOT);
    }

    /// Length of the block in bytes.
    ///
    /// @throws BrokenArchiveException when it is missing or no number
    long length() throws BrokenArchiveException {
        String told = fields.getOrDefault("content-length", "");
        // Eighteen digits are an exabyte, and fit.
        if (told.isEmpty() || told.length() > 18 || !told.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new BrokenArchiveException("a WARC record without a length");
        }
        return Long.parseLong(told);
    }

    /// The address of what was captured; null when it is not told. Some writers of WARC 1.0 put it in brackets.
    @Nullable
    String target() {
        String told = fields.get("warc-target-uri");
        return told != null && told.startsWith("<") && told.endsWith(">") ? told.substring(1, told.length() - 1) : told;
    }

    /// When it was captured: WARC 1.1 admits a year, month, day, or a time with any number of digits; the
    /// fourteen digits are those of older archives. Null when it is none of these.
    @Nullable
    Instant date() {
        String told = fields.getOrDefault("warc-date", "");
        try {
            return switch (told.length()) {
                case 4 -> Year.parse(told).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
                case 7 ->
                    YearMonth.parse(told).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
                case 10 -> LocalDate.parse(told).atStartOfDay(ZoneOffset.UTC).toInstant();
                case 14 -> FOURTEEN_DIGITS.parse(told, Instant::from);
                default -> OffsetDateTime.parse(told).toInstant();
            };
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// The media type of a field without its parameters, in lower case; empty when it is not told.
    static String mediaType(@Nullable String value) {
        return value == null ? "" : value.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }
}
