package org.supplierscope.ingest.archive;

/// Where something stands in an archive file, exactly enough to go on reading there.
///
/// @param position bytes into the file; in a compressed file, where a gzip member begins
/// @param within unpacked bytes into that member; 0 in a file that is not compressed
public record Place(long position, long within) {

    /// Where a file begins.
    public static final Place START = new Place(0, 0);

    /// Checks that neither is negative.
    public Place {
        if (position < 0 || within < 0) {
            throw new IllegalArgumentException("a place counts from 0, not " + position + "+" + within);
        }
    }

    /// For people: `byte 1234`, or `byte 1234 (500 bytes into the gzip member)`.
    @Override
    public String toString() {
        return "byte " + position + (within == 0 ? "" : " (" + within + " bytes into the gzip member)");
    }
}
