package org.supplierscope.ingest.frontier;

/// A turn that is given back.
public record Return(Turn turn, Verdict verdict, Rest rest) {}
