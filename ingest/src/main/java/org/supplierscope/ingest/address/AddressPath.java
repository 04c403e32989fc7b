package org.supplierscope.ingest.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The path of an address while it is read: segments, in which dots go up or nowhere.
final class AddressPath {

    private static final String ENCODED_DOT = "%2e";

    private final List<String> segments = new ArrayList<>();

    /// Reads a written path in again.
    void addAll(String path) {
        if (!path.isEmpty()) {
            segments.addAll(List.of(path.substring(1).split("/", -1)));
        }
    }

    /// Takes a segment in.
    ///
    /// @param last whether no slash follows it
    /// @param file whether the address is one of local files, where a drive letter is the root
    void add(String segment, boolean last, boolean file) {
        String plain = segment.length() > 6
                ? segment
                : segment.toLowerCase(Locale.ROOT).replace(ENCODED_DOT, ".");
        boolean up = plain.equals("..");
        boolean dots = up || plain.equals(".");
        if (up) {
            shorten(file);
        }
        if (!dots) {
            boolean drive = file && segments.isEmpty() && isDrive(segment);
            segments.add(drive ? segment.charAt(0) + ":" : segment);
        } else if (last) {
            segments.add("");
        }
    }

    /// Leaves the last segment out. A drive letter stays.
    void shorten(boolean file) {
        boolean drive = file && segments.size() == 1 && startsWithDrive(segments.getFirst());
        if (!segments.isEmpty()
                && !(drive
                        && segments.getFirst().charAt(1) == ':'
                        && segments.getFirst().length() == 2)) {
            segments.removeLast();
        }
    }

    void clear() {
        segments.clear();
    }

    String written() {
        return segments.isEmpty() ? "" : "/" + String.join("/", segments);
    }

    /// `C:` or `C|`.
    static boolean isDrive(CharSequence text) {
        return text.length() == 2 && startsWithDrive(text);
    }

    private static boolean startsWithDrive(CharSequence text) {
        return text.length() >= 2
                && "abcdefghijklmnopqrstuvwxyz".indexOf(Character.toLowerCase(text.charAt(0))) >= 0
                && (text.charAt(1) == ':' || text.charAt(1) == '|');
    }
}
