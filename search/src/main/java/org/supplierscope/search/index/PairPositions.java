package org.supplierscope.search.index;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/// Gives the pairs of a query the positions that they have in documents.
///
/// In documents every character of a run has a position of its own, with its pair beside it; in a query a run
/// of n characters is n − 1 pairs. What follows the run therefore stands one position later in documents.
final class PairPositions extends TokenFilter {

    private final TypeAttribute type = addAttribute(TypeAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private boolean afterPair;
    private int end;

    PairPositions(TokenStream pairs) {
        super(pairs);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        boolean pair = type.type().equals(CJKBigramFilter.DOUBLE_TYPE);
        boolean sameRun = pair && offset.startOffset() < end;
        if (afterPair && !sameRun) {
            increment.setPositionIncrement(increment.getPositionIncrement() + 1);
        }
        afterPair = pair;
        end = offset.endOffset();
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        afterPair = false;
        end = 0;
    }
}
