package org.supplierscope.ingest.archive;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An HTTP response as some crawler stored it: status, headers, and the body with its codings undone.
///
/// Crawlers differ in what they store: the bytes as they came, or the body unpacked below headers that still
/// tell of packing and of a length that is no longer true. So the length told is not believed (the record's own
/// is), and a coding that the body does not have is passed over.
///
/// @param status as on the first line
/// @param headers without those about codings and length, which are no longer true
/// @param body unpacked
@SuppressWarnings("ArrayRecordComponent") // megabytes that are handed on once; nobody compares them
record StoredResponse(int status, List<Map.Entry<String, String>> headers, byte[] body) {

    private static final int MAX_HEADER = 256 * 1024;
    private static final int MAX_FIELDS = 1000;
    private static final Set<String> UNDONE = Set.of("content-encoding", "transfer-encoding", "content-length");

    /// Reads a response.
    ///
    /// @param maxBody largest unpacked body taken, in bytes
    /// @throws BrokenArchiveException when it is no HTTP response, or its coding is broken or unknown
    /// @throws BodyCoding.TooLargeException when the unpacked body is larger
    static StoredResponse parse(byte[] block, int maxBody) throws BrokenArchiveException, BodyCoding.TooLargeException {
        var lines = new Lines(block);
        int status = status(lines.next());
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (String line = lines.next(); line != null && !line.isEmpty(); line = lines.next()) {
            add(fields, line);
        }
        byte[] body = lines.rest();
        if (named(fields, "transfer-encoding").contains("chunked")) {
            body = BodyCoding.unchunked(body);
        }
        body = BodyCoding.unpacked(body, named(fields, "content-encoding"), maxBody);
        if (body.length > maxBody) {
            throw new BodyCoding.TooLargeException();
        }
        fields.removeIf(field -> UNDONE.contains(field.getKey().toLowerCase(Locale.ROOT)));
        return new StoredResponse(status, List.copyOf(fields), body);
    }

    /// The first value of a header by its lower-case name, or null.
    @Nullable
    String header(String name) {
        return headers.stream()
                .filter(field -> field.getKey().toLowerCase(Locale.ROOT).equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static void add(List<Map.Entry<String, String>> fields, String line) {
        int colon = line.indexOf(':');
        if ((line.startsWith(" ") || line.startsWith("\t")) && !fields.isEmpty()) {
            Map.Entry<String, String> last = fields.removeLast();
            // Folded lines of one field are few; many are an attempt to make us copy.
            String value = last.getValue().length() > 8192 ? last.getValue() : last.getValue() + " " + line.strip();
            fields.add(Map.entry(last.getKey(), value));
        } else if (colon > 0 && fields.size() < MAX_FIELDS) {
            fields.add(Map.entry(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
        }
    }

    /// The values of a header of lists, such as `gzip, br`, in lower case.
    private static List<String> named(List<Map.Entry<String, String>> fields, String name) {
        return fields.stream()
                .filter(field -> field.getKey().toLowerCase(Locale.ROOT).equals(name))
                .flatMap(field ->
                        List.of(field.getValue().toLowerCase(Locale.ROOT).split(",", 9)).stream())
                .map(String::strip)
                .filter(coding -> !coding.isEmpty())
                .toList();
    }

    private static int status(@Nullable String line) throws BrokenArchiveException {
        if (line != null && line.startsWith("HTTP/")) {
            String[] words = line.split(" +", 3);
            if (words.length >= 2 && words[1].matches("[1-9][0-9]{2}")) {
                return Integer.parseInt(words[1]);
            }
        }
        throw new BrokenArchiveException("a response that does not begin as one of HTTP does");
    }

    /// Lines of the header, and what is below it.
    private static final class Lines {
        private final byte[] block;
        private int at;

        Lines(byte[] block) {
            this.block = block;
        }

        /// The next line without its end, or null at the block's end.
        @Nullable
        String next() throws BrokenArchiveException {
            int start = at;
            while (at < block.length && block[at] != '\n') {
                at++;
            }
            if (at > MAX_HEADER) {
                throw new BrokenArchiveException("an HTTP header longer than " + MAX_HEADER + " bytes");
            }
            if (start == block.length) {
                return null;
            }
            int end = at > start && block[at - 1] == '\r' ? at - 1 : at;
            at = Math.min(block.length, at + 1);
            return new String(block, start, end - start, StandardCharsets.ISO_8859_1);
        }

        byte[] rest() {
            return Arrays.copyOfRange(block, at, block.length);
        }
    }
}
