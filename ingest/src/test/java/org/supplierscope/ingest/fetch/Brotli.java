package org.supplierscope.ingest.fetch;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// Writes brotli (RFC 7932) as far as tests need it: stored bytes, and a bomb.
final class Brotli {

    private static final int LARGEST_BLOCK = 1 << 24;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int pending;
    private int bits;

    private Brotli() {
        // A window of 16 MiB.
        put(4, 0b1111);
    }

    /// Bytes that are coded as themselves.
    static byte[] stored(byte[] body) {
        var brotli = new Brotli();
        for (int at = 0; at < body.length; at += 1 << 16) {
            byte[] block = Arrays.copyOfRange(body, at, Math.min(body.length, at + (1 << 16)));
            // Not the last block; four nibbles of length; not compressed.
            brotli.put(1, 0);
            brotli.put(2, 0);
            brotli.put(16, block.length - 1);
            brotli.put(1, 1);
            brotli.align();
            brotli.bytes.writeBytes(block);
        }
        return brotli.end();
    }

    /// Blanks, 16 MiB for each 13 bytes.
    ///
    /// @param blocks how many times 16 MiB
    static byte[] bomb(int blocks) {
        var brotli = new Brotli();
        for (int i = 0; i < blocks; i++) {
            brotli.blanks();
        }
        return brotli.end();
    }

    /// One block with one command: four blanks, then copy them for the rest. Each code has one symbol, which
    /// takes no bits.
    private void blanks() {
        put(1, 0);
        put(2, 2);
        put(24, LARGEST_BLOCK - 1);
        put(1, 0);
        // One block type each for literals, commands and distances; no postfix, no direct distances.
        put(3, 0);
        put(6, 0);
        // Context mode; one tree each for literals and distances.
        put(2, 0);
        put(2, 0);
        oneSymbol(8, ' ');
        // Insert length code 4, copy length code 23, in the last cell of their table but four.
        oneSymbol(10, 384 + (4 << 3) + 7);
        // The last distance, which is 4 in the beginning.
        oneSymbol(6, 0);
        put(24, LARGEST_BLOCK - 4 - 2118);
    }

    private void oneSymbol(int width, int symbol) {
        put(2, 1);
        put(2, 0);
        put(width, symbol);
    }

    private byte[] end() {
        // The last block, and empty.
        put(2, 3);
        align();
        return bytes.toByteArray();
    }

    private void put(int width, int value) {
        for (int i = 0; i < width; i++) {
            pending |= ((value >> i) & 1) << bits;
            if (++bits == 8) {
                align();
            }
        }
    }

    private void align() {
        if (bits > 0) {
            bytes.write(pending);
            pending = 0;
            bits = 0;
        }
    }
}
