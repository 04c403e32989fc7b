package org.supplierscope.ingest.archive;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.supplierscope.ingest.archive.BrokenArchiveException.DamagedMemberException;

/// Reads the records of a WARC file in order, compressed by gzip or not, whoever wrote it, and goes on behind
/// damage: at the next gzip member, or at the next line that begins a record.
///
/// A library reads a sound file well; none tells where a broken record is and finds the next one.
/// Memory is bounded by the largest block; time by a few times the file's size, since a file that makes the
/// search for records longer than that is given up.
final class WarcFile implements Closeable {

    /// A page of 8 MiB, with room for its headers.
    static final int MAX_BLOCK = 16 * 1024 * 1024;

    private static final int MAX_HEADER = 64 * 1024;
    private static final byte[] VERSION = "WARC/".getBytes(StandardCharsets.US_ASCII);

    private final UnpackedBytes bytes;
    private boolean givenUp;

    private WarcFile(UnpackedBytes bytes) {
        this.bytes = bytes;
    }

    /// What stands next in the file.
    sealed interface Found {

        /// Where it begins.
        Place place();

        /// A whole record.
        @SuppressWarnings("ArrayRecordComponent") // megabytes that are handed on once; nobody compares them
        record Whole(Place place, WarcHeader header, byte[] block) implements Found {}

        /// A record whose block is longer than we take; it was passed over.
        record TooLarge(Place place, WarcHeader header) implements Found {}

        /// Something that is no whole record.
        ///
        /// @param reason for people
        record Broken(Place place, String reason) implements Found {}

        /// The end of the file.
        record End(Place place) implements Found {}
    }

    /// Opens a file.
    ///
    /// @param from where to begin: [Place#START], or the place of a record that was found before
    /// @throws IOException when the file cannot be read
    static WarcFile open(Path file, Place from) throws IOException {
        return new WarcFile(new UnpackedBytes(file, from));
    }

    /// Length of the file in bytes.
    long size() {
        return bytes.size();
    }

    /// Finds the next record, or what is broken before it.
    ///
    /// @throws IOException when the file cannot be read
    Found next() throws IOException {
        Place place = bytes.place();
        if (bytes.exhausted()) {
            Found last = givenUp
                    ? new Found.End(place)
                    : new Found.Broken(place, "so much is broken that the rest of the file is given up");
            givenUp = true;
            return last;
        }
        try {
            if (!toNextText()) {
                return new Found.End(bytes.place());
            }
            place = bytes.place();
            return recordOrDamage(place);
        } catch (DamagedMemberException e) {
            bytes.leaveMember();
            return new Found.Broken(place, String.valueOf(e.getMessage()));
        }
    }

    /// Passes the line breaks between records.
    private boolean toNextText() throws IOException {
        while (bytes.begin()) {
            int next = bytes.peek();
            if (next >= 0 && next != '\r' && next != '\n') {
                return true;
            }
            bytes.read();
        }
        return false;
    }

    private Found recordOrDamage(Place place) throws IOException {
        try {
            return record(place);
        } catch (DamagedMemberException e) {
            throw e;
        } catch (BrokenArchiveException e) {
            toNextRecord();
            return new Found.Broken(place, String.valueOf(e.getMessage()));
        }
    }

    private Found record(Place place) throws IOException {
        List<String> lines = header();
        WarcHeader header = WarcHeader.of(lines.subList(1, lines.size()));
        long length = header.length();
        if (length > MAX_BLOCK) {
            if (bytes.skip(length) < length || !ended()) {
                throw new BrokenArchiveException(wrongLength(length));
            }
            return new Found.TooLarge(place, header);
        }
        byte[] block = bytes.read((int) length);
        if (block.length < length || !ended()) {
            lookInto(block);
            throw new BrokenArchiveException(wrongLength(length));
        }
        return new Found.Whole(place, header, block);
    }

    private static String wrongLength(long length) {
        return "a WARC record that does not end after the " + length + " bytes that it tells";
    }

    private List<String> header() throws IOException {
        List<String> lines = new ArrayList<>();
        var line = new ByteArrayOutputStream();
        for (int count = 0; count < MAX_HEADER; count++) {
            int next = bytes.read();
            if (next < 0) {
                throw new BrokenArchiveException("a WARC header that is cut short");
            }
            if (next != '\n') {
                line.write(next);
                continue;
            }
            String raw = line.toString(StandardCharsets.UTF_8);
            String text = raw.endsWith("\r") ? raw.substring(0, raw.length() - 1) : raw;
            if (lines.isEmpty() && !text.startsWith("WARC/")) {
                throw new BrokenArchiveException("no WARC record begins here");
            }
            if (text.isEmpty()) {
                return lines;
            }
            if (!lines.isEmpty() && text.startsWith("WARC/")) {
                line.write('\n');
                bytes.unread(line.toByteArray());
                throw new BrokenArchiveException("a WARC header that the next record cuts short");
            }
            lines.add(text);
            line.reset();
        }
        throw new BrokenArchiveException(
                lines.isEmpty() ? "no WARC record begins here" : "a WARC header longer than " + MAX_HEADER + " bytes");
    }

    /// Whether a record ends here: with line breaks, with its member, or at least where the next one begins.
    private boolean ended() throws IOException {
        int next = bytes.peek();
        if (next != '\r' && next != '\n') {
            return next < 0 || bytes.goesOnWith(VERSION);
        }
        while (next == '\r' || next == '\n') {
            bytes.read();
            next = bytes.peek();
        }
        return true;
    }

    /// A record whose length is wrong may have swallowed others: they are given back.
    private void lookInto(byte[] block) {
        for (int i = 0; i + 6 < block.length; i++) {
            if (block[i] == '\n'
                    && block[i + 1] == 'W'
                    && Arrays.equals(block, i + 1, i + 6, VERSION, 0, VERSION.length)) {
                bytes.unread(Arrays.copyOfRange(block, i + 1, block.length));
                return;
            }
        }
    }

    /// Goes to the next line that begins a record, or to the member's end.
    private void toNextRecord() throws IOException {
        int next = bytes.peek();
        while (next >= 0) {
            if (next == 'W' && bytes.goesOnWith(VERSION)) {
                return;
            }
            do {
                next = bytes.read();
            } while (next >= 0 && next != '\n');
            next = bytes.peek();
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
