package org.supplierscope.analysis.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Mentions that tell of each other.
final class ShortForms {

    private ShortForms() {}

    /// "Samsung" after "Samsung SDI" means Samsung SDI, if nothing else in the text names Samsung
    /// Electronics: a name that begins a longer name of somebody else, used before, is taken for
    /// its short form.
    static List<Mention> renamed(FoldedText text, List<Mention> found) {
        Map<String, Integer> longest = new HashMap<>();
        for (Mention mention : found) {
            longest.merge(mention.supplier(), mention.end() - mention.start(), Math::max);
        }
        List<Mention> result = new ArrayList<>();
        Map<String, String> begun = new HashMap<>();
        for (Mention mention : found) {
            String surface = text.slice(mention.start(), mention.end());
            String meant = begun.get(surface);
            boolean onlyShort = longest.getOrDefault(mention.supplier(), 0) <= surface.length();
            if (meant != null && onlyShort && !meant.equals(mention.supplier())) {
                result.add(new Mention(meant, mention.start(), mention.end()));
                continue;
            }
            int space = surface.indexOf(' ');
            if (space > 0) {
                begun.putIfAbsent(surface.substring(0, space), mention.supplier());
            }
            result.add(mention);
        }
        return result;
    }

    /// "Largan (3008.TW)" is one mention.
    static List<Mention> joined(FoldedText text, List<Mention> found) {
        List<Mention> result = new ArrayList<>();
        for (Mention mention : found) {
            Mention last = result.isEmpty() ? null : result.getLast();
            if (last != null && mention.start() < last.end()) {
                continue;
            }
            if (last != null && last.supplier().equals(mention.supplier()) && isParenthesis(text, last, mention)) {
                int end = text.at(mention.end()) == ')' ? mention.end() + 1 : mention.end();
                result.set(result.size() - 1, new Mention(last.supplier(), last.start(), end));
            } else {
                result.add(mention);
            }
        }
        return result;
    }

    private static boolean isParenthesis(FoldedText text, Mention last, Mention next) {
        int gap = next.start() - last.end();
        if (gap < 1 || gap > 16) {
            return false;
        }
        String between = text.slice(next.start() - gap, next.start());
        return between.strip().startsWith("(") && between.indexOf(')') < 0;
    }
}
