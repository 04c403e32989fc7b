package org.supplierscope.analysis.stance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InflectionTest {

    @Test
    void inflectsTheVerbOfAPhrase() {
        assertThat(Inflection.ofVerb("focus on")).contains("focuses on", "focusing on", "focused on");
        assertThat(Inflection.ofVerb("double")).contains("doubles", "doubling", "doubled");
        assertThat(Inflection.ofVerb("diversify")).contains("diversifies", "diversifying", "diversified");
        assertThat(Inflection.ofVerb("drop")).contains("dropping", "dropped");
        assertThat(Inflection.ofVerb("spin off")).contains("spun off", "spinning off");
    }

    @Test
    void putsTheNounOfAPhraseInThePlural() {
        assertThat(Inflection.ofNoun("production line")).contains("production lines");
        assertThat(Inflection.ofNoun("factory")).contains("factories");
    }
}
