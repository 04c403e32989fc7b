package org.supplierscope.analysis.stance;

import org.jspecify.annotations.Nullable;

/// A text to be read: an article, or a part of one.
///
/// @param title the headline; empty when there is none
/// @param text the body, plain text
/// @param language BCP 47 tag such as `en` or `zh-Hant`; null when unknown. English and Chinese
/// are read whatever it says, side by side where they are mixed
public record Passage(String title, String text, @Nullable String language) {}
