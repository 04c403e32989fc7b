package org.supplierscope.ingest.address;

import java.util.regex.Pattern;

/// Sessions that servers write into addresses when a reader takes no cookies: each visit would make a new
/// address of each page. Without it the server starts a new one.
final class SessionForm {

    /// Names that are given to sessions and to nothing else.
    private static final AddressWords NAMES = AddressWords.read("session-parameters.txt");

    /// Names that may be something else, unless their value is a random number: 26, 32 or 40 digits are what
    /// PHP makes, and others like it.
    private static final AddressWords DOUBTFUL = AddressWords.read("doubtful-session-parameters.txt");

    private static final Pattern RANDOM = Pattern.compile("[0-9a-v]{26}|[0-9a-fA-F]{32}|[0-9a-fA-F]{40}");

    /// Java's, behind a semicolon in the path.
    private static final Pattern PATH_PARAMETER =
            Pattern.compile(";(?:jsessionid|phpsessid|sessionid|sid)=[^/;]*+", Pattern.CASE_INSENSITIVE);

    /// ASP.NET's, a segment of the path such as `(S(lit3py55t21z5v55vlm25s55))`.
    private static final Pattern SEGMENT =
            Pattern.compile("/\\((?:[ASF]\\([0-9a-z_-]{20,400}+\\)){1,3}+\\)(?=/)", Pattern.CASE_INSENSITIVE);

    private SessionForm() {}

    /// Whether a parameter of a query is a session.
    static boolean isSession(String name, String value) {
        return NAMES.contains(name)
                || (DOUBTFUL.contains(name) && RANDOM.matcher(value).matches());
    }

    /// A path without its session.
    static String withoutSession(String path) {
        String plain =
                path.indexOf(';') < 0 ? path : PATH_PARAMETER.matcher(path).replaceAll("");
        return plain.indexOf('(') < 0 ? plain : SEGMENT.matcher(plain).replaceAll("");
    }
}
