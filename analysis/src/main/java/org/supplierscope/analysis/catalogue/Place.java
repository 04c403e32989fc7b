package org.supplierscope.analysis.catalogue;

/// A line of a catalogue file.
///
/// @param file its name
/// @param line counted from 1
record Place(String file, int line) {

    Mistake mistake(String what) {
        return new Mistake(file, line, what);
    }

    @Override
    public String toString() {
        return file + ", line " + line;
    }
}
