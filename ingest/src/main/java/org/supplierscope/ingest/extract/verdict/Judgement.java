package org.supplierscope.ingest.extract.verdict;

import org.supplierscope.ingest.published.PageVerdict;

/// A verdict.
///
/// @param reason why, in words
public record Judgement(PageVerdict verdict, String reason) {}
