package org.supplierscope.ingest.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/// How long a server says that its answer stays as it is (RFC 9111), so that nobody asks again before.
///
/// @param remaining from now on, never negative, at most [#LONGEST]; zero when it says that the answer may
/// change at any time; null when it says nothing that can be read
public record Freshness(@Nullable Duration remaining) {

    /// RFC 9111, section 1.2.2: numbers above this one mean this one.
    public static final Duration LONGEST = Duration.ofSeconds(1L << 31);

    private static final Pattern SECONDS = Pattern.compile("(max-age|s-maxage)\\s*=\\s*\"?(\\d++)\"?");

    /// What the headers of an answer say.
    ///
    /// `no-store` and `no-cache` come first, then `max-age`, then `s-maxage`, then `Expires` by the server's
    /// own clock; what the answer spent in caches (`Age`) is taken off. `max-age` before `s-maxage`, other than
    /// in a shared cache: who sets a long `s-maxage` beside a short `max-age` can empty his own caches when
    /// news comes in, but not us. Of a directive that is told twice the shorter time counts. What cannot be
    /// read counts as not told.
    ///
    /// @param headers of a 200 or 304 answer
    /// @param now when it came, for an `Expires` without `Date`
    public static Freshness of(List<Map.Entry<String, String>> headers, Instant now) {
        Long maxAge = null;
        Long shared = null;
        for (String directive : HeaderFields.joined(headers, "Cache-Control").split(",", -1)) {
            String told = directive.strip().toLowerCase(Locale.ROOT);
            if (told.equals("no-store") || told.equals("no-cache")) {
                return new Freshness(Duration.ZERO);
            }
            Matcher seconds = SECONDS.matcher(told);
            if (seconds.matches() && seconds.group(1).equals("max-age")) {
                maxAge = shorter(maxAge, seconds(seconds.group(2)));
            } else if (seconds.matches()) {
                shared = shorter(shared, seconds(seconds.group(2)));
            }
        }
        Long told = maxAge != null ? maxAge : shared;
        Duration lifetime = told != null ? Duration.ofSeconds(told) : untilExpiry(headers, now);
        return new Freshness(lifetime == null ? null : bounded(lifetime.minus(age(headers))));
    }

    private static @Nullable Duration untilExpiry(List<Map.Entry<String, String>> headers, Instant now) {
        Instant expires = date(HeaderFields.first(headers, "Expires"));
        Instant date = date(HeaderFields.first(headers, "Date"));
        return expires == null ? null : Duration.between(date == null ? now : date, expires);
    }

    private static Duration age(List<Map.Entry<String, String>> headers) {
        String age = HeaderFields.first(headers, "Age");
        return age != null && age.strip().matches("\\d++") ? Duration.ofSeconds(seconds(age.strip())) : Duration.ZERO;
    }

    private static @Nullable Instant date(@Nullable String value) {
        return value == null ? null : DateUtils.parseStandardDate(value.strip());
    }

    private static long seconds(String digits) {
        String significant = digits.replaceFirst("^0+(?=\\d)", "");
        return significant.length() > 10
                ? LONGEST.toSeconds()
                : Math.min(Long.parseLong(significant), LONGEST.toSeconds());
    }

    private static Long shorter(@Nullable Long a, long b) {
        return a == null ? b : Math.min(a, b);
    }

    private static Duration bounded(Duration duration) {
        if (duration.isNegative()) {
            return Duration.ZERO;
        }
        return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
    }
}
