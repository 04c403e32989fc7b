/// How likely a sentence tells a course of a supplier:
/// [org.supplierscope.analysis.likelihood.CourseModel].
///
/// Knows numbers only: what a sentence shows is worked out by `stance`, which asks here. Training
/// is here too, so that what is learned and what is read are the same numbers.
@NullMarked
package org.supplierscope.analysis.likelihood;

import org.jspecify.annotations.NullMarked;
