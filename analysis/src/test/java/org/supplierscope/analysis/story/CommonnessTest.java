package org.supplierscope.analysis.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommonnessTest {

    @Test
    void weighsWhatIsRareMoreThanWhatIsCommonAndEverydayWordsNotAtAll() {
        Commonness shipped = Commonness.shipped();

        assertThat(shipped.weight("the")).isZero();
        assertThat(shipped.weight("never-seen")).isGreaterThan(shipped.weight("wafer"));
        assertThat(shipped.weight("largan")).as("a firm that is followed").isLessThan(shipped.weight("never-seen"));
        assertThat(shipped.weight("wafer")).isPositive();
    }
}
