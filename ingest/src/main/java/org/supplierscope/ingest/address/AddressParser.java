package org.supplierscope.ingest.address;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The state machine of the WHATWG URL Standard (section 4.4, "basic URL parser"), state by state under the
/// standard's names, so that the two can be read side by side. One use per text; linear in its length.
final class AddressParser {

    private static final int END = -1;

    /// The schemes of the web and their ports; -1 for none.
    private static final Map<String, Integer> SPECIAL =
            Map.of("http", 80, "https", 443, "ws", 80, "wss", 443, "ftp", 21, "file", -1);

    private enum State {
        SCHEME_START,
        SCHEME,
        NO_SCHEME,
        SPECIAL_RELATIVE_OR_AUTHORITY,
        PATH_OR_AUTHORITY,
        RELATIVE,
        RELATIVE_SLASH,
        SPECIAL_AUTHORITY_SLASHES,
        SPECIAL_AUTHORITY_IGNORE_SLASHES,
        AUTHORITY,
        HOST,
        PORT,
        FILE,
        FILE_SLASH,
        FILE_HOST,
        PATH_START,
        PATH,
        OPAQUE_PATH,
        QUERY,
        FRAGMENT
    }

    private final int[] input;
    private final @Nullable WebAddress base;
    private final StringBuilder buffer = new StringBuilder();
    private State state = State.SCHEME_START;
    private int at;
    private boolean atSignSeen;
    private boolean passwordSeen;
    private boolean inBrackets;
    private boolean ambiguous;

    private String scheme = "";
    private final StringBuilder username = new StringBuilder();
    private final StringBuilder password = new StringBuilder();
    private @Nullable String host;
    private int port = -1;
    private final AddressPath path = new AddressPath();
    private @Nullable StringBuilder opaquePath;
    private @Nullable StringBuilder query;
    private @Nullable StringBuilder fragment;

    AddressParser(String text, @Nullable WebAddress base) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) <= ' ') {
            to--;
        }
        this.input = text.substring(from, to)
                .codePoints()
                .filter(c -> c != '\t' && c != '\n' && c != '\r')
                .toArray();
        this.base = base;
    }

    @Nullable
    WebAddress parse() {
        for (at = 0; at <= input.length; at++) {
            if (!step(at < input.length ? input[at] : END)) {
                return null;
            }
        }
        return new WebAddress(
                scheme,
                username.toString(),
                password.toString(),
                host,
                port,
                opaquePath != null ? opaquePath.toString() : path.written(),
                opaquePath != null,
                query == null ? null : query.toString(),
                fragment == null ? null : fragment.toString(),
                ambiguous);
    }

    /// Takes one character; false for a failure.
    private boolean step(int c) {
        return switch (state) {
            case SCHEME_START -> schemeStart(c);
            case SCHEME -> scheme(c);
            case NO_SCHEME -> noScheme(c);
            case SPECIAL_RELATIVE_OR_AUTHORITY -> slashes(c, State.SPECIAL_AUTHORITY_IGNORE_SLASHES, State.RELATIVE);
            case PATH_OR_AUTHORITY -> c == '/' ? go(State.AUTHORITY) : back(State.PATH);
            case RELATIVE -> relative(c);
            case RELATIVE_SLASH -> relativeSlash(c);
            case SPECIAL_AUTHORITY_SLASHES ->
                slashes(c, State.SPECIAL_AUTHORITY_IGNORE_SLASHES, State.SPECIAL_AUTHORITY_IGNORE_SLASHES);
            case SPECIAL_AUTHORITY_IGNORE_SLASHES -> ignoreSlashes(c);
            case AUTHORITY -> authority(c);
            case HOST -> host(c);
            case PORT -> port(c);
            case FILE -> file(c);
            case FILE_SLASH -> fileSlash(c);
            case FILE_HOST -> fileHost(c);
            case PATH_START -> pathStart(c);
            case PATH -> path(c);
            case OPAQUE_PATH -> opaquePath(c);
            case QUERY -> query(c);
            case FRAGMENT -> fragment(c);
        };
    }

    private boolean go(State next) {
        state = next;
        return true;
    }

    /// Goes on with the same character.
    private boolean back(State next) {
        at--;
        return go(next);
    }

    private boolean isSpecial() {
        return SPECIAL.containsKey(scheme);
    }

    private boolean isFile() {
        return scheme.equals("file");
    }

    private boolean next(char c) {
        return at + 1 < input.length && input[at + 1] == c;
    }

    private boolean endsAuthority(int c) {
        return c == END || c == '/' || c == '?' || c == '#' || isSpecialBackslash(c);
    }

    private boolean isSpecialBackslash(int c) {
        return c == '\\' && isSpecial();
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private String takeBuffer() {
        String text = buffer.toString();
        buffer.setLength(0);
        return text;
    }

    private boolean schemeStart(int c) {
        if (!isLetter(c)) {
            return back(State.NO_SCHEME);
        }
        buffer.append((char) Character.toLowerCase(c));
        return go(State.SCHEME);
    }

    private boolean scheme(int c) {
        if (isLetter(c) || isDigit(c) || c == '+' || c == '-' || c == '.') {
            buffer.append((char) Character.toLowerCase(c));
            return true;
        }
        if (c != ':') {
            buffer.setLength(0);
            at = -1;
            return go(State.NO_SCHEME);
        }
        scheme = takeBuffer().toLowerCase(Locale.ROOT);
        if (isFile()) {
            return go(State.FILE);
        }
        if (isSpecial()) {
            boolean relative = base != null && base.scheme().equals(scheme);
            return go(relative ? State.SPECIAL_RELATIVE_OR_AUTHORITY : State.SPECIAL_AUTHORITY_SLASHES);
        }
        if (next('/')) {
            at++;
            return go(State.PATH_OR_AUTHORITY);
        }
        opaquePath = new StringBuilder();
        return go(State.OPAQUE_PATH);
    }

    private boolean noScheme(int c) {
        if (base == null || (base.opaque() && c != '#')) {
            return false;
        }
        if (base.opaque()) {
            scheme = base.scheme();
            opaquePath = new StringBuilder(base.path());
            takeQuery(base);
            return toFragment();
        }
        return back(base.scheme().equals("file") ? State.FILE : State.RELATIVE);
    }

    private boolean slashes(int c, State two, State other) {
        if (c == '/' && next('/')) {
            at++;
            return go(two);
        }
        return back(other);
    }

    private void takeHost(WebAddress from) {
        username.append(from.username());
        password.append(from.password());
        host = from.host();
        port = from.port();
    }

    private void takeQuery(WebAddress from) {
        query = from.query() == null ? null : new StringBuilder(from.query());
    }

    private boolean toQuery() {
        query = new StringBuilder();
        return go(State.QUERY);
    }

    private boolean toFragment() {
        fragment = new StringBuilder();
        return go(State.FRAGMENT);
    }

    private boolean relative(int c) {
        if (base == null) {
            return false;
        }
        scheme = base.scheme();
        if (c == '/' || isSpecialBackslash(c)) {
            return go(State.RELATIVE_SLASH);
        }
        takeHost(base);
        return relativeTo(base, c);
    }

    /// What a link without host and without a slash at its start takes over from its base.
    private boolean relativeTo(WebAddress from, int c) {
        path.addAll(from.path());
        if (c == '?') {
            return toQuery();
        }
        takeQuery(from);
        if (c == '#') {
            return toFragment();
        }
        if (c != END) {
            query = null;
            path.shorten(isFile());
            return back(State.PATH);
        }
        return true;
    }

    private boolean relativeSlash(int c) {
        if (c == '/' || isSpecialBackslash(c)) {
            // The first of the two is only known by its place.
            ambiguous |= isSpecial() && (c == '\\' || input[at - 1] == '\\');
            return go(isSpecial() ? State.SPECIAL_AUTHORITY_IGNORE_SLASHES : State.AUTHORITY);
        }
        if (base != null) {
            takeHost(base);
        }
        return back(State.PATH);
    }

    private boolean ignoreSlashes(int c) {
        ambiguous |= c == '\\';
        return c == '/' || c == '\\' ? true : back(State.AUTHORITY);
    }

    private boolean authority(int c) {
        if (c == '@') {
            String credentials = (atSignSeen ? "%40" : "") + takeBuffer();
            atSignSeen = true;
            credentials.codePoints().forEach(this::credential);
            return true;
        }
        if (!endsAuthority(c)) {
            buffer.appendCodePoint(c);
            return true;
        }
        if (atSignSeen && buffer.isEmpty()) {
            return false;
        }
        String hostAndPort = takeBuffer();
        at -= hostAndPort.codePointCount(0, hostAndPort.length()) + 1;
        return go(State.HOST);
    }

    private void credential(int c) {
        if (c == ':' && !passwordSeen) {
            passwordSeen = true;
        } else {
            PercentSet.USER_INFO.write(c, passwordSeen ? password : username);
        }
    }

    private boolean host(int c) {
        if ((c == ':' && !inBrackets) || endsAuthority(c)) {
            ambiguous |= c == '\\';
            boolean empty = buffer.isEmpty() && (c == ':' || isSpecial());
            host = empty ? null : HostParser.parse(takeBuffer(), isSpecial());
            return host != null && (c == ':' ? go(State.PORT) : back(State.PATH_START));
        }
        inBrackets = c == '[' || (inBrackets && c != ']');
        buffer.appendCodePoint(c);
        return true;
    }

    private boolean port(int c) {
        if (isDigit(c)) {
            // Zeros in front mean nothing; six digits are enough to be too many.
            if (buffer.length() == 1 && buffer.charAt(0) == '0') {
                buffer.setLength(0);
            }
            if (buffer.length() < 6) {
                buffer.append((char) c);
            }
            return true;
        }
        if (!endsAuthority(c)) {
            return false;
        }
        ambiguous |= c == '\\';
        if (!buffer.isEmpty()) {
            int number = Integer.parseInt(takeBuffer());
            if (number > 65535) {
                return false;
            }
            boolean usual = SPECIAL.getOrDefault(scheme, -1) == number;
            port = usual ? -1 : number;
        }
        return back(State.PATH_START);
    }

    private boolean file(int c) {
        scheme = "file";
        host = "";
        if (c == '/' || c == '\\') {
            return go(State.FILE_SLASH);
        }
        if (base == null || !base.scheme().equals("file")) {
            return back(State.PATH);
        }
        host = base.host();
        if (c == END || c == '?' || c == '#' || !driveFollows()) {
            return relativeTo(base, c);
        }
        return back(State.PATH);
    }

    private boolean driveFollows() {
        boolean ends = at + 2 >= input.length || "/\\?#".indexOf(input[at + 2]) >= 0;
        return at + 1 < input.length && ends && AddressPath.isDrive(new String(input, at, 2));
    }

    private boolean fileSlash(int c) {
        if (c == '/' || c == '\\') {
            return go(State.FILE_HOST);
        }
        if (base != null && base.scheme().equals("file")) {
            host = base.host();
            String drive = base.path().length() >= 3 ? base.path().substring(1).split("/", 2)[0] : "";
            if (!driveFollows() && AddressPath.isDrive(drive) && drive.charAt(1) == ':') {
                path.addAll("/" + drive);
            }
        }
        return back(State.PATH);
    }

    private boolean fileHost(int c) {
        if (!endsAuthority(c)) {
            buffer.appendCodePoint(c);
            return true;
        }
        if (AddressPath.isDrive(buffer)) {
            return back(State.PATH);
        }
        String name = takeBuffer();
        String parsed = name.isEmpty() ? "" : HostParser.parse(name, true);
        host = "localhost".equals(parsed) ? "" : parsed;
        return host != null && back(State.PATH_START);
    }

    private boolean pathStart(int c) {
        if (isSpecial()) {
            return c == '/' || c == '\\' ? go(State.PATH) : back(State.PATH);
        }
        if (c == '?') {
            return toQuery();
        }
        if (c == '#') {
            return toFragment();
        }
        return c == END || (c == '/' ? go(State.PATH) : back(State.PATH));
    }

    private boolean path(int c) {
        boolean slash = c == '/' || isSpecialBackslash(c);
        if (!slash && c != END && c != '?' && c != '#') {
            PercentSet.PATH.write(c, buffer);
            return true;
        }
        path.add(takeBuffer(), !slash, isFile());
        return slash || c == END || (c == '?' ? toQuery() : toFragment());
    }

    private boolean opaquePath(int c) {
        if (c == '?') {
            return toQuery();
        }
        if (c == '#') {
            return toFragment();
        }
        if (c != END && opaquePath != null) {
            if (c == ' ') {
                opaquePath.append(next('?') || next('#') ? "%20" : " ");
            } else {
                PercentSet.CONTROL.write(c, opaquePath);
            }
        }
        return true;
    }

    private boolean query(int c) {
        if (c == '#') {
            return toFragment();
        }
        if (c != END && query != null) {
            (isSpecial() ? PercentSet.SPECIAL_QUERY : PercentSet.QUERY).write(c, query);
        }
        return true;
    }

    private boolean fragment(int c) {
        if (c != END && fragment != null) {
            PercentSet.FRAGMENT.write(c, fragment);
        }
        return true;
    }
}
