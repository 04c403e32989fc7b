package org.supplierscope.analysis.stance;

import java.util.Comparator;
import java.util.List;
import org.supplierscope.analysis.likelihood.CourseModel;
import org.supplierscope.analysis.likelihood.Traits;
import org.supplierscope.analysis.published.Evidence;
import org.supplierscope.analysis.published.Stance;

/// Finds the words of a sentence that speak most for a side.
///
/// What a trait adds to the odds is spread over the words that it was found in; the cue is the
/// run of words that adds most. Where the rules found a phrase of the lexicon, that is the cue:
/// it begins and ends where a person would begin and end it.
final class CueReader {

    /// A cue has at most this many words or marks; of Chinese characters twice as many.
    private static final int LONGEST = 5;

    private final Parse parse;
    private final String supplier;
    private final View view;
    private final CourseModel model;

    CueReader(Parse parse, String supplier, View view, CourseModel model) {
        this.parse = parse;
        this.supplier = supplier;
        this.view = view;
        this.model = model;
    }

    Evidence evidence(int sentence, Stance side) {
        String words = parse.words(sentence);
        return new Evidence(words, side, cue(sentence, side, words), VoiceReader.of(parse, sentence, supplier));
    }

    private String cue(int sentence, Stance side, String words) {
        return view.statements().stream()
                .filter(each -> each.sentence() == sentence && each.side() == side && words.contains(each.cue()))
                .max(Comparator.comparingDouble(Statement::weight))
                .map(Statement::cue)
                .orElseGet(() -> learned(sentence, side, words));
    }

    private String learned(int sentence, Stance side, String words) {
        List<Unit> units = parse.units().get(sentence);
        double[] gains = gains(sentence, side);
        int from = 0;
        int to = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int start = 0; start < units.size(); start++) {
            int longest = units.get(start).han() ? 2 * LONGEST : LONGEST;
            double gain = 0;
            for (int end = start; end < Math.min(units.size(), start + longest); end++) {
                gain += gains[end];
                if (gain > most) {
                    most = gain;
                    from = start;
                    to = end;
                }
            }
        }
        if (units.isEmpty()) {
            return words;
        }
        String cue = parse.text()
                .original()
                .substring(units.get(from).start(), units.get(to).end());
        return words.contains(cue) ? cue : words;
    }

    /// What each word adds to the logarithm of the odds of a side.
    double[] gains(int sentence, Stance side) {
        List<Unit> units = parse.units().get(sentence);
        Traits traits = view.traits().get(sentence);
        double[] shares = model.shares(traits, side == Stance.PRECISION);
        double[] gains = new double[units.size()];
        for (int i = 0; i < shares.length; i++) {
            int start = traits.start(i);
            int width = traits.end(i) - start;
            if (width > 0) {
                spread(units, gains, start, traits.end(i), shares[i] / width);
            }
        }
        return gains;
    }

    private static void spread(List<Unit> units, double[] gains, int start, int end, double each) {
        for (int at = first(units, start); at < units.size() && units.get(at).start() < end; at++) {
            int shared = Math.min(end, units.get(at).end())
                    - Math.max(start, units.get(at).start());
            gains[at] += Math.max(0, shared) * each;
        }
    }

    /// The first unit that ends after a place; units stand in order.
    private static int first(List<Unit> units, int start) {
        int low = 0;
        int high = units.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (units.get(middle).end() > start) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
