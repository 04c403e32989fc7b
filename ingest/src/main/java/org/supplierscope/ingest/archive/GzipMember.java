package org.supplierscope.ingest.archive;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.supplierscope.ingest.archive.BrokenArchiveException.DamagedMemberException;

/// Unpacks one gzip member (RFC 1952) at a time, and leaves the file exactly behind it: what the JDK's own
/// stream cannot tell, and what makes a broken member cost no other.
final class GzipMember implements AutoCloseable {

    /// Header fields such as the name of the packed file; nobody needs more.
    private static final int MAX_FIELD = 64 * 1024;
    /// Pages shrink to a tenth; a hundredfold and more over many megabytes is a bomb (the format's own limit is
    /// 1,032).
    private static final int BOMB_RATIO = 200;
    private static final long BOMB_FLOOR = 64L * 1024 * 1024;

    private final RawBytes raw;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 sum = new CRC32();
    private final byte[] packed = new byte[16 * 1024];

    GzipMember(RawBytes raw) {
        this.raw = raw;
    }

    /// Begins the member that stands at the file's position.
    ///
    /// @param maxField longest name or comment admitted, in bytes
    void open(int maxField) throws IOException {
        if (raw.read() != 0x1f || raw.read() != 0x8b || raw.read() != 8) {
            throw new DamagedMemberException("no gzip member begins here");
        }
        int flags = needed();
        if ((flags & 0xe0) != 0) {
            throw new DamagedMemberException("a gzip header with flags that do not exist");
        }
        for (int i = 0; i < 6; i++) {
            needed();
        }
        if ((flags & 4) != 0) {
            for (int length = needed() | needed() << 8; length > 0; length--) {
                needed();
            }
        }
        for (int field : new int[] {8, 16}) {
            if ((flags & field) != 0) {
                skipText(maxField);
            }
        }
        if ((flags & 2) != 0) {
            needed();
            needed();
        }
        inflater.reset();
        sum.reset();
    }

    void open() throws IOException {
        open(MAX_FIELD);
    }

    private void skipText(int longest) throws IOException {
        for (int i = 0; i <= longest; i++) {
            if (needed() == 0) {
                return;
            }
        }
        throw new DamagedMemberException("a gzip header without end");
    }

    private int needed() throws IOException {
        int next = raw.read();
        if (next < 0) {
            throw new DamagedMemberException("the file ends in the middle of a gzip member");
        }
        return next;
    }

    /// Unpacks some bytes.
    ///
    /// @return how many, at least 1; -1 when the member has ended, was whole, and the file stands behind it
    int read(byte[] into) throws IOException {
        try {
            while (true) {
                int count = inflater.inflate(into);
                if (count > 0) {
                    sum.update(into, 0, count);
                    refuseBomb();
                    return count;
                }
                if (inflater.finished()) {
                    end();
                    return -1;
                }
                if (inflater.needsDictionary()) {
                    throw new DamagedMemberException("packed data that needs a dictionary");
                }
                int more = raw.read(packed, 0, packed.length);
                if (more < 0) {
                    throw new DamagedMemberException("the file ends in the middle of a gzip member");
                }
                inflater.setInput(packed, 0, more);
            }
        } catch (DataFormatException e) {
            throw new DamagedMemberException("packed data that is damaged (" + e.getMessage() + ")");
        }
    }

    private void refuseBomb() throws DamagedMemberException {
        if (inflater.getBytesWritten() > BOMB_FLOOR
                && inflater.getBytesWritten() / BOMB_RATIO > inflater.getBytesRead()) {
            throw new DamagedMemberException(
                    "a gzip member that unpacks to more than " + BOMB_RATIO + " times its size");
        }
    }

    private void end() throws IOException {
        raw.seek(raw.position() - inflater.getRemaining());
        long told = word();
        long length = word();
        if (told != sum.getValue() || length != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw new DamagedMemberException("a gzip member whose checksum or length is wrong");
        }
    }

    private long word() throws IOException {
        return needed() | (long) needed() << 8 | (long) needed() << 16 | (long) needed() << 24;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
