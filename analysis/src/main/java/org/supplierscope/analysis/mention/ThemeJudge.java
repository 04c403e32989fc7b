package org.supplierscope.analysis.mention;

import java.util.List;
import org.supplierscope.analysis.catalogue.Caution;

/// Whether a name means its theme: "CPO" beside "optics", not beside "Malaysian".
final class ThemeJudge implements NameJudge {

    ThemeJudge() {}

    @Override
    public boolean isMeant(FoldedText text, Hit hit, List<Hit> hits, int index) {
        return hit.name().caution() == Caution.NEEDS_CONTEXT && Neighbours.isNearOwnWord(text, hit);
    }

    @Override
    public int absorb(FoldedText text, Hit hit) {
        return hit.end();
    }

    @Override
    public List<Mention> tidied(FoldedText text, List<Mention> found) {
        return found;
    }
}
