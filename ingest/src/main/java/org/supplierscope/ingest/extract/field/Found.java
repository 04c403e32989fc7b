package org.supplierscope.ingest.extract.field;

/// A field's value with its origin.
///
/// @param <T> the kind of value
public record Found<T>(T value, Origin origin) {}
