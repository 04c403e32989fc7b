package org.supplierscope.analysis.stance;

/// The words of one sentence that rules have taken: those that ended a rule, and those that had
/// any part in one.
final class Taken {

    final boolean[] ends;
    final boolean[] words;

    Taken(int tokens) {
        ends = new boolean[tokens];
        words = new boolean[tokens];
    }

    void take(int[] places) {
        for (int i = 0; i < places.length; i++) {
            ends[places[i]] |= i > 0 || places.length == 1;
            words[places[i]] = true;
        }
    }
}
