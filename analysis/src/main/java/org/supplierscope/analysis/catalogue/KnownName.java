package org.supplierscope.analysis.catalogue;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One name of a supplier or theme, with the rule by which it is recognised.
///
/// @param text the name as it is written; a Chinese name stands for both scripts
/// @param language `zh-Hant`, `zh-Hans`, `ja` or `de` where the catalogue says so; null elsewhere
/// @param caution how far it can be trusted
/// @param near lower-case words; one of them somewhere around lets a [Caution#NEEDS_CONTEXT] name
/// pass
/// @param unlessBefore lower-case words; if one follows the name, it is not meant; `#` stands for
/// any number
/// @param unlessAfter lower-case words; if one precedes the name, it is not meant; `#` stands for
/// any number
/// @param unlessNear lower-case words; if one stands a line or two around, it is not meant
public record KnownName(
        String text,
        @Nullable String language,
        Caution caution,
        Set<String> near,
        Set<String> unlessBefore,
        Set<String> unlessAfter,
        Set<String> unlessNear) {

    /// Copies the sets, in order, and refuses a blank name.
    public KnownName {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a name is blank");
        }
        near = sorted(near);
        unlessBefore = sorted(unlessBefore);
        unlessAfter = sorted(unlessAfter);
        unlessNear = sorted(unlessNear);
    }

    /// A name without words of context.
    public static KnownName of(String text, Caution caution) {
        return new KnownName(text, null, caution, Set.of(), Set.of(), Set.of(), Set.of());
    }

    /// In order, so that equal catalogues have equal digests.
    private static SortedSet<String> sorted(Set<String> words) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(words));
    }
}
