/// Decides what a page is: article, list or show, stub of a paid article, consent wall, error page.
///
/// Start at [VerdictReader]. Each kind has a class `…Signs` that weighs what speaks for it and gives its reason
/// in words, or nothing. A page is an article until something else is shown: a real article that loses its
/// verdict loses its readers, while a list that keeps it costs a look. So words alone decide nothing where
/// there is a body of some length, and what a page declares of itself only where its shape agrees. Phrases of
/// many languages are in the resource files beside this package.
///
/// Must not know a site, and must not read the document: it sees what the other packages collected.
@NullMarked
package org.supplierscope.ingest.extract.verdict;

import org.jspecify.annotations.NullMarked;
