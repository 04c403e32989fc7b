package org.supplierscope.analysis.catalogue;

/// A line of a catalogue file.
///
/// @param file its name
/// @param line counted from 1
/// @param shipped whether the file travels with the program, so that nobody is asked to mend it
record Place(String file, int line, boolean shipped) {

    Mistake mistake(String what) {
        return new Mistake(name(), line, what);
    }

    private String name() {
        return shipped ? "shipped/" + file : file;
    }

    @Override
    public String toString() {
        return name() + ", line " + line;
    }
}
