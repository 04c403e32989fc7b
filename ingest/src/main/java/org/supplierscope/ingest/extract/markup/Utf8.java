package org.supplierscope.ingest.extract.markup;

/// Checks bytes for UTF-8.
final class Utf8 {

    /// Stray bytes are tolerated up to one in this many sequences: comments and pasted adverts bring them.
    private static final int SEQUENCES_PER_STRAY = 100;

    private Utf8() {}

    /// Whether the bytes read as UTF-8, plain ASCII included; a sequence cut at the end is no fault.
    static boolean isValid(byte[] bytes, int length) {
        int sequences = 0;
        int strays = 0;
        for (int i = 0; i < length; i++) {
            int b = bytes[i] & 0xFF;
            if (b < 0x80) {
                continue;
            }
            int more = b >= 0xC2 && b < 0xE0 ? 1 : b >= 0xE0 && b < 0xF0 ? 2 : b >= 0xF0 && b < 0xF5 ? 3 : 0;
            int read = 0;
            while (read < more && i + read + 1 < length && (bytes[i + read + 1] & 0xC0) == 0x80) {
                read++;
            }
            if (more > 0 && (read == more || i + read + 1 >= length)) {
                sequences++;
                i += read;
            } else {
                strays++;
            }
        }
        return strays == 0 || (long) strays * SEQUENCES_PER_STRAY <= sequences;
    }
}
