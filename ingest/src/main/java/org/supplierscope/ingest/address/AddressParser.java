package org.supplierscope.ingest.address;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The state machine of the WHATWG URL Standard (section 4.4, "basic URL parser"), state by state under the
/// standard's names, so that the two can be read side by side. One use per text; linear in its length.
final class AddressParser {

    private static final int END = -1;

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
    private boolean inBrackets;
    private final AddressDraft made = new AddressDraft();

    AddressParser(String text, @Nullable WebAddress base) {
        // trim() takes off exactly what the standard does: everything up to the blank.
        this.input = text.trim()
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
        return made.address();
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

    private boolean next(char c) {
        return at + 1 < input.length && input[at + 1] == c;
    }

    private boolean endsAuthority(int c) {
        return c == END || c == '/' || c == '?' || c == '#' || made.isSpecialBackslash(c);
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
        made.scheme = takeBuffer().toLowerCase(Locale.ROOT);
        if (made.isFile()) {
            return go(State.FILE);
        }
        if (made.isSpecial()) {
            boolean relative = base != null && base.scheme().equals(made.scheme);
            return go(relative ? State.SPECIAL_RELATIVE_OR_AUTHORITY : State.SPECIAL_AUTHORITY_SLASHES);
        }
        if (next('/')) {
            at++;
            return go(State.PATH_OR_AUTHORITY);
        }
        made.opaquePath = new StringBuilder();
        return go(State.OPAQUE_PATH);
    }

    private boolean noScheme(int c) {
        if (base == null || (base.opaque() && c != '#')) {
            return false;
        }
        if (base.opaque()) {
            made.scheme = base.scheme();
            made.opaquePath = new StringBuilder(base.path());
            made.takeQuery(base);
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

    private boolean toQuery() {
        made.query = new StringBuilder();
        return go(State.QUERY);
    }

    private boolean toFragment() {
        made.fragment = new StringBuilder();
        return go(State.FRAGMENT);
    }

    private boolean relative(int c) {
        if (base == null) {
            return false;
        }
        made.scheme = base.scheme();
        if (c == '/' || made.isSpecialBackslash(c)) {
            return go(State.RELATIVE_SLASH);
        }
        made.takeHost(base);
        return relativeTo(base, c);
    }

    /// What a link without host and without a slash at its start takes over from its base.
    private boolean relativeTo(WebAddress from, int c) {
        made.path.addAll(from.path());
        if (c == '?') {
            return toQuery();
        }
        made.takeQuery(from);
        if (c == '#') {
            return toFragment();
        }
        if (c != END) {
            made.query = null;
            made.path.shorten(made.isFile());
            return back(State.PATH);
        }
        return true;
    }

    private boolean relativeSlash(int c) {
        if (c == '/' || made.isSpecialBackslash(c)) {
            // The first of the two is only known by its place.
            made.ambiguous |= made.isSpecial() && (c == '\\' || input[at - 1] == '\\');
            return go(made.isSpecial() ? State.SPECIAL_AUTHORITY_IGNORE_SLASHES : State.AUTHORITY);
        }
        if (base != null) {
            made.takeHost(base);
        }
        return back(State.PATH);
    }

    private boolean ignoreSlashes(int c) {
        made.ambiguous |= c == '\\';
        return c == '/' || c == '\\' ? true : back(State.AUTHORITY);
    }

    private boolean authority(int c) {
        if (c == '@') {
            String credentials = (atSignSeen ? "%40" : "") + takeBuffer();
            atSignSeen = true;
            credentials.codePoints().forEach(made::credential);
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

    private boolean host(int c) {
        if ((c == ':' && !inBrackets) || endsAuthority(c)) {
            made.ambiguous |= c == '\\';
            boolean empty = buffer.isEmpty() && (c == ':' || made.isSpecial());
            made.host = empty ? null : HostParser.parse(takeBuffer(), made.isSpecial());
            return made.host != null && (c == ':' ? go(State.PORT) : back(State.PATH_START));
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
        made.ambiguous |= c == '\\';
        if (!buffer.isEmpty()) {
            int number = Integer.parseInt(takeBuffer());
            if (number > 65535) {
                return false;
            }
            made.port(number);
        }
        return back(State.PATH_START);
    }

    private boolean file(int c) {
        made.scheme = "file";
        made.host = "";
        if (c == '/' || c == '\\') {
            return go(State.FILE_SLASH);
        }
        if (base == null || !base.scheme().equals("file")) {
            return back(State.PATH);
        }
        made.host = base.host();
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
            made.host = base.host();
            String drive = base.path().length() >= 3 ? base.path().substring(1).split("/", 2)[0] : "";
            if (!driveFollows() && AddressPath.isDrive(drive) && drive.charAt(1) == ':') {
                made.path.addAll("/" + drive);
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
        made.host = "localhost".equals(parsed) ? "" : parsed;
        return made.host != null && back(State.PATH_START);
    }

    private boolean pathStart(int c) {
        if (made.isSpecial()) {
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
        boolean slash = c == '/' || made.isSpecialBackslash(c);
        if (!slash && c != END && c != '?' && c != '#') {
            PercentSet.PATH.write(c, buffer);
            return true;
        }
        made.path.add(takeBuffer(), !slash, made.isFile());
        return slash || c == END || (c == '?' ? toQuery() : toFragment());
    }

    private boolean opaquePath(int c) {
        if (c == '?') {
            return toQuery();
        }
        if (c == '#') {
            return toFragment();
        }
        if (c != END && made.opaquePath != null) {
            if (c == ' ') {
                made.opaquePath.append(next('?') || next('#') ? "%20" : " ");
            } else {
                PercentSet.CONTROL.write(c, made.opaquePath);
            }
        }
        return true;
    }

    private boolean query(int c) {
        if (c == '#') {
            return toFragment();
        }
        if (c != END && made.query != null) {
            (made.isSpecial() ? PercentSet.SPECIAL_QUERY : PercentSet.QUERY).write(c, made.query);
        }
        return true;
    }

    private boolean fragment(int c) {
        if (c != END && made.fragment != null) {
            PercentSet.FRAGMENT.write(c, made.fragment);
        }
        return true;
    }
}
