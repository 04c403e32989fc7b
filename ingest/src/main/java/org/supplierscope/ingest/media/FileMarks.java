package org.supplierscope.ingest.media;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The marks that files of known forms begin with, from `file-marks.txt`.
final class FileMarks {

    /// The resource header of the MIME Sniffing standard (section 5): so much is looked at.
    private static final int HEADER = 1445;
    /// A shorter mark of letters may as well begin a text: "BMW sells …" is no bitmap.
    private static final int LONG_ENOUGH = 5;
    /// In place of a byte that may be any.
    private static final int ANY = -1;

    private static final List<Mark> MARKS = read();

    private FileMarks() {}

    /// @param bytes from 0 to 255, or [#ANY]
    /// @param words what the file is, for people
    private record Mark(List<Integer> bytes, String words) {

        boolean fits(byte[] body, int from) {
            if (body.length - from < bytes.size()) {
                return false;
            }
            for (int i = 0; i < bytes.size(); i++) {
                if (bytes.get(i) != ANY && bytes.get(i) != (body[from + i] & 0xFF)) {
                    return false;
                }
            }
            return true;
        }

        /// Whether it could be the beginning of a text.
        boolean couldBeText() {
            long told = bytes.stream().filter(b -> b != ANY).count();
            return told < LONG_ENOUGH && bytes.stream().allMatch(b -> b == ANY || b >= ' ' && b < 0x7F);
        }
    }

    /// What the file is, for people; null when its form is not known.
    static @Nullable String recognise(byte[] body) {
        int from = 0;
        // Programs that print a file often print an empty line before it.
        while (from < Math.min(HEADER, body.length) && isSpace(body[from])) {
            from++;
        }
        for (Mark mark : MARKS) {
            if (mark.fits(body, from) && (!mark.couldBeText() || hasBinary(body))) {
                return mark.words();
            }
        }
        return null;
    }

    private static boolean isSpace(byte b) {
        return b == '\t' || b == '\n' || b == '\f' || b == '\r' || b == ' ';
    }

    private static boolean hasBinary(byte[] body) {
        for (int i = 0; i < Math.min(HEADER, body.length); i++) {
            if (BinaryShare.isBinary(body[i] & 0xFF)) {
                return true;
            }
        }
        return false;
    }

    private static List<Mark> read() {
        try (InputStream in = FileMarks.class.getResourceAsStream("file-marks.txt")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its list of file marks");
            }
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines.lines()
                    .filter(line -> !line.isBlank() && line.charAt(0) != '#')
                    .map(FileMarks::mark)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the list of file marks", e);
        }
    }

    private static Mark mark(String line) {
        String[] parts = line.split("\t", 2);
        List<Integer> bytes = Arrays.stream(parts[0].split(" ", -1))
                .map(hex -> hex.equals("..") ? ANY : Integer.parseInt(hex, 16))
                .toList();
        return new Mark(bytes, parts[1]);
    }
}
