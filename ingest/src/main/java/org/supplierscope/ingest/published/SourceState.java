package org.supplierscope.ingest.published;

/// Whether a source is read.
public enum SourceState {
    /// It is polled.
    ACTIVE,
    /// Somebody paused it; nothing of it is asked until it is resumed.
    PAUSED,
    /// The site said that it is gone for good (HTTP 410); it is not polled until somebody resumes it.
    ENDED,
    /// It was taken out; its articles stay.
    REMOVED
}
