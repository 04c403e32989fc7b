package org.supplierscope.ingest.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.supplierscope.ingest.archive.BrokenArchiveException.DamagedMemberException;

/// The unpacked bytes of an archive file, member by member; a file that is not compressed is one member. Knows
/// the place of each byte, and finds the next member behind damage.
final class UnpackedBytes implements Closeable {

    /// A member looked at on suspicion has no long name: keeps the search behind damage cheap.
    private static final int SUSPECT_FIELD = 256;
    private static final long PATIENCE = 64L * 1024 * 1024;
    private static final byte[] RECORD = {'W', 'A', 'R', 'C', '/'};

    private final RawBytes raw;
    private final boolean packed;
    private final GzipMember gzip;
    private byte[] ready = new byte[64 * 1024];
    private int at;
    private int end;
    /// Where the member that is open or was open last begins; in a plain file 0.
    private long member;
    private boolean open;
    /// Unpacked bytes of the member up to `end`.
    private long unpacked;
    /// Unpacked bytes that were taken back.
    private long reread;

    /// @param from where to begin; a place that this class told
    UnpackedBytes(Path file, Place from) throws IOException {
        raw = new RawBytes(file);
        gzip = new GzipMember(raw);
        int first = raw.read();
        int second = raw.read();
        packed = first == 0x1f && second == 0x8b || first != RECORD[0] && named(file, ".gz");
        raw.seek(from.position());
        if (packed && from.within() > 0 && begin()) {
            skip(from.within());
        }
    }

    private static boolean named(Path file, String ending) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(ending);
    }

    long size() {
        return raw.size();
    }

    /// Whether the file has cost far more than to read it a few times: it is made to be searched for ever.
    boolean exhausted() {
        return raw.work() + reread > PATIENCE + 8 * raw.size();
    }

    /// Where the next byte stands; after [#begin] has said that there is one.
    Place place() {
        return packed
                ? new Place(open ? member : raw.position(), open ? unpacked - (end - at) : 0)
                : new Place(raw.position() - (end - at), 0);
    }

    /// Makes sure that a byte can be read, by opening the next member when one has ended.
    ///
    /// @return false at the end of the file
    /// @throws DamagedMemberException when no whole member begins here
    boolean begin() throws IOException {
        while (true) {
            if (at < end || open && fill()) {
                return true;
            }
            if (!packed) {
                open = true;
                return fill();
            }
            if (!toMember()) {
                return false;
            }
            gzip.open();
            open = true;
        }
    }

    /// Some writers fill the space behind a member with zeros.
    private boolean toMember() throws IOException {
        int next = raw.read();
        while (next == 0) {
            next = raw.read();
        }
        if (next < 0) {
            return false;
        }
        member = raw.position() - 1;
        unpacked = 0;
        raw.seek(member);
        return true;
    }

    /// The next byte of the member, or -1 at its end.
    int read() throws IOException {
        return at < end || open && fill() ? ready[at++] & 0xff : -1;
    }

    /// The byte that [#read] will give, or -1 at the member's end.
    int peek() throws IOException {
        return at < end || open && fill() ? ready[at] & 0xff : -1;
    }

    /// Whether the member goes on with these bytes.
    boolean goesOnWith(byte[] expected) throws IOException {
        byte[] next = read(expected.length);
        unread(next);
        return Arrays.equals(next, expected);
    }

    /// Reads as many bytes as the member has.
    ///
    /// @param most at most so many; room for them is taken as they come, since the number is a stranger's
    byte[] read(int most) throws IOException {
        byte[] read = new byte[Math.min(most, ready.length)];
        int count = 0;
        while (count < most && (at < end || open && fill())) {
            if (count == read.length) {
                read = Arrays.copyOf(read, (int) Math.min(most, read.length * 2L));
            }
            int some = Math.min(read.length - count, end - at);
            System.arraycopy(ready, at, read, count, some);
            at += some;
            count += some;
        }
        return count == read.length ? read : Arrays.copyOf(read, count);
    }

    /// Skips bytes of the member.
    ///
    /// @return how many; fewer than asked for only at its end
    long skip(long count) throws IOException {
        long left = count;
        while (left > 0 && (at < end || open && fill())) {
            int some = (int) Math.min(left, end - at);
            at += some;
            left -= some;
        }
        return count - left;
    }

    /// Takes back bytes that were just read, so that they are read again.
    void unread(byte[] bytes) {
        reread += bytes.length;
        if (at >= bytes.length) {
            at -= bytes.length;
            return;
        }
        byte[] longer = new byte[Math.max(ready.length, bytes.length + end - at)];
        System.arraycopy(bytes, 0, longer, 0, bytes.length);
        System.arraycopy(ready, at, longer, bytes.length, end - at);
        end = bytes.length + end - at;
        at = 0;
        ready = longer;
    }

    /// Leaves a damaged member and goes to the next one that begins a record. In a plain file nothing is
    /// damaged.
    ///
    /// @return false when there is none
    boolean leaveMember() throws IOException {
        at = 0;
        end = 0;
        open = false;
        for (long from = member + 1; from < raw.size() && !exhausted(); from++) {
            raw.seek(from);
            from = nextMagic();
            if (from < 0) {
                break;
            }
            if (beginsRecord(from)) {
                raw.seek(from);
                return true;
            }
        }
        raw.seek(raw.size());
        return false;
    }

    /// The position of the next three bytes that every gzip member begins with, or -1.
    private long nextMagic() throws IOException {
        int seen = 0;
        for (int next = raw.read(); next >= 0; next = raw.read()) {
            seen = (seen << 8 | next) & 0xffffff;
            if (seen == 0x1f8b08) {
                return raw.position() - 3;
            }
        }
        return -1;
    }

    private boolean beginsRecord(long position) throws IOException {
        raw.seek(position);
        try {
            gzip.open(SUSPECT_FIELD);
            byte[] head = new byte[RECORD.length];
            return gzip.read(head) == RECORD.length && Arrays.equals(head, RECORD);
        } catch (DamagedMemberException e) {
            return false;
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        end = 0;
        int count = packed ? gzip.read(ready) : raw.read(ready, 0, ready.length);
        if (count < 0) {
            open = false;
            return false;
        }
        end = count;
        unpacked += count;
        return true;
    }

    @Override
    public void close() throws IOException {
        gzip.close();
        raw.close();
    }
}
