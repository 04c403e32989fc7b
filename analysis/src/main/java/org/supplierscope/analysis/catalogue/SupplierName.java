package org.supplierscope.analysis.catalogue;

import java.util.Set;

/// One name of a supplier, with the rule by which it is recognised.
///
/// @param text the name as it is written; a Chinese name stands for both scripts
/// @param caution how far it can be trusted
/// @param near lower-case words; one of them somewhere in the text lets a [Caution#WARY] name in mid-sentence
/// pass
/// @param unlessBefore lower-case words; if one follows the name, it does not mean the supplier
/// @param unlessAfter lower-case words; if one precedes the name, it does not mean the supplier
public record SupplierName(
        String text, Caution caution, Set<String> near, Set<String> unlessBefore, Set<String> unlessAfter) {

    /// Copies the sets and refuses a blank name.
    public SupplierName {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a supplier's name is blank");
        }
        near = Set.copyOf(near);
        unlessBefore = Set.copyOf(unlessBefore);
        unlessAfter = Set.copyOf(unlessAfter);
    }

    /// A name without words of context.
    public static SupplierName of(String text, Caution caution) {
        return new SupplierName(text, caution, Set.of(), Set.of(), Set.of());
    }
}
