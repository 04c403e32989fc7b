package org.supplierscope.analysis;

import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.strategy.Report;
import org.supplierscope.analysis.strategy.Subject;

/// What an article says of a subject's course now.
///
/// @param subject whose course
/// @param article id of the article
/// @param report what it says; null when it says nothing any more
record Telling(Subject subject, String article, @Nullable Report report) {}
