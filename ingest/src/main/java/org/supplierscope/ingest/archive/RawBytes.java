package org.supplierscope.ingest.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The bytes of a file as they stand there, read in order or from any position. Counts what was read, so that a
/// file made to be read again and again can be given up.
final class RawBytes implements Closeable {

    private final FileChannel file;
    private final long size;
    private final byte[] buffer = new byte[64 * 1024];
    private long start;
    private int at;
    private int end;
    private long work;

    RawBytes(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.READ);
        size = file.size();
    }

    long size() {
        return size;
    }

    /// Bytes into the file of the next one.
    long position() {
        return start + at;
    }

    /// How many bytes were taken from the file or handed on so far, those taken twice counted twice.
    long work() {
        return work;
    }

    void seek(long position) {
        if (position >= start && position <= start + end) {
            at = (int) (position - start);
            return;
        }
        start = position;
        at = 0;
        end = 0;
    }

    /// The next byte, or -1 at the end of the file.
    int read() throws IOException {
        return at < end || fill() ? buffer[at++] & 0xff : -1;
    }

    /// Reads at least one byte unless the file ends here.
    ///
    /// @return how many, or -1 at the end of the file
    int read(byte[] into, int offset, int length) throws IOException {
        if (at == end && !fill()) {
            return -1;
        }
        int count = Math.min(length, end - at);
        System.arraycopy(buffer, at, into, offset, count);
        at += count;
        work += count;
        return count;
    }

    private boolean fill() throws IOException {
        start += end;
        at = 0;
        end = 0;
        int count = file.read(ByteBuffer.wrap(buffer), start);
        if (count <= 0) {
            return false;
        }
        end = count;
        work += count;
        return true;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
