package org.supplierscope.analysis.catalogue;

/// Something in a catalogue file that must be mended before it can be used.
///
/// @param file the name or path of the file
/// @param line counted from 1; 0 when the file could not be read at all
/// @param what what is wrong, where, and what to do
public record Mistake(String file, int line, String what) {

    @Override
    public String toString() {
        return file + (line == 0 ? "" : ", line " + line) + ": " + what;
    }
}
