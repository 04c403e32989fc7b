package org.supplierscope.ingest.fetch;

import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;
import org.supplierscope.ingest.fetch.BoundedBytes.TooLargeException;

/// Unpacks deflate (RFC 1950, RFC 1951) and gzip (RFC 1952).
///
/// Of our own around the JDK's inflater, since its `GZIPInputStream` calls itself for each further member, and
/// a few hundred thousand empty members are a small body.
final class Inflation {

    private static final int MIN_HEADER = 10;
    private static final int TRAILER = 8;

    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final byte[] coded;
    private final BoundedBytes into;
    private final byte[] buffer = new byte[32 << 10];
    private final CRC32 crc = new CRC32();
    private int at;

    private Inflation(byte[] coded, BoundedBytes into) {
        this.coded = coded;
        this.into = into;
    }

    /// Some servers send the bare stream (RFC 1951) where the standard wants it in its wrapping (RFC 1950).
    static void deflate(byte[] coded, BoundedBytes into) throws ZipException, TooLargeException {
        boolean wrapped =
                coded.length >= 2 && (coded[0] & 0x0f) == 8 && (((coded[0] & 0xff) << 8) | (coded[1] & 0xff)) % 31 == 0;
        var inflater = new Inflater(!wrapped);
        try {
            new Inflation(coded, into).inflate(inflater);
        } finally {
            inflater.end();
        }
    }

    /// All members in a row; what follows the last one and is none is left alone, as browsers do.
    static void gzip(byte[] coded, BoundedBytes into) throws ZipException, TooLargeException {
        var inflation = new Inflation(coded, into);
        var inflater = new Inflater(true);
        try {
            do {
                inflation.header();
                inflation.inflate(inflater);
                inflation.trailer(inflater);
                inflater.reset();
            } while (inflation.anotherMember());
        } finally {
            inflater.end();
        }
    }

    private boolean anotherMember() {
        return coded.length - at >= MIN_HEADER + TRAILER
                && (coded[at] & 0xff) == 0x1f
                && (coded[at + 1] & 0xff) == 0x8b;
    }

    private void header() throws ZipException {
        boolean gzip = coded.length - at >= MIN_HEADER
                && (coded[at] & 0xff) == 0x1f
                && (coded[at + 1] & 0xff) == 0x8b
                && coded[at + 2] == 8;
        if (!gzip) {
            throw new ZipException("the body is not gzip as its header says");
        }
        int flags = coded[at + 3] & 0xff;
        skip(MIN_HEADER);
        if ((flags & EXTRA) != 0) {
            skip(2);
            skip((coded[at - 2] & 0xff) | ((coded[at - 1] & 0xff) << 8));
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CRC) != 0) {
            skip(2);
        }
    }

    private void skip(int bytes) throws ZipException {
        if (bytes > coded.length - at) {
            throw cutShort();
        }
        at += bytes;
    }

    private void skipText() throws ZipException {
        do {
            skip(1);
        } while (coded[at - 1] != 0);
    }

    private void inflate(Inflater inflater) throws ZipException, TooLargeException {
        crc.reset();
        inflater.setInput(coded, at, coded.length - at);
        try {
            while (!inflater.finished()) {
                int length = inflater.inflate(buffer);
                if (length == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw inflater.needsInput() ? cutShort() : new ZipException("the body wants a dictionary");
                }
                crc.update(buffer, 0, length);
                into.write(buffer, length);
            }
        } catch (DataFormatException e) {
            throw new ZipException("the body's coding is broken: " + e.getMessage());
        }
        at = coded.length - inflater.getRemaining();
    }

    private void trailer(Inflater inflater) throws ZipException {
        skip(TRAILER);
        if (number(at - TRAILER) != crc.getValue() || number(at - 4) != (inflater.getBytesWritten() & 0xffff_ffffL)) {
            throw new ZipException("the body does not have the checksum that it says");
        }
    }

    private long number(int from) {
        return (coded[from] & 0xffL)
                | (coded[from + 1] & 0xffL) << 8
                | (coded[from + 2] & 0xffL) << 16
                | (coded[from + 3] & 0xffL) << 24;
    }

    private static ZipException cutShort() {
        return new ZipException("the body is cut short");
    }
}
