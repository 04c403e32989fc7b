package org.supplierscope.analysis.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourseModelTest {

    private static Traits traits(String... names) {
        var builder = new Traits.Builder();
        for (String name : names) {
            builder.add(1, name);
        }
        return builder.scaled(1);
    }

    private static CourseModel learned() {
        List<Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            lessons.add(new Lesson(traits("sharp", "any" + i % 2), true, false));
            lessons.add(new Lesson(traits("wide", "any" + i % 2), false, true));
            lessons.add(new Lesson(traits("plain", "any" + i % 2), false, false));
        }
        return new Training(10, 2).learn(lessons);
    }

    @Test
    void tellsWhatItWasTaughtAndNothingOfWhatItNeverSaw() {
        CourseModel model = learned();

        assertThat(model.of(traits("sharp")).precision()).isGreaterThan(0.7);
        assertThat(model.of(traits("sharp")).breadth()).isLessThan(0.3);
        assertThat(model.of(traits("wide")).breadth()).isGreaterThan(0.7);
        assertThat(model.of(traits("unheard of"))).isEqualTo(model.of(traits()));
    }

    @Test
    void isTheSameAfterItWasWrittenAndRead() throws IOException {
        CourseModel model = learned();
        var file = new ByteArrayOutputStream();

        model.write(new DataOutputStream(file));
        CourseModel read = CourseModel.read(new DataInputStream(new ByteArrayInputStream(file.toByteArray())));

        assertThat(read.of(traits("sharp", "any1")).precision())
                .isCloseTo(model.of(traits("sharp", "any1")).precision(), within(1e-4));
    }

    @Test
    void tellsWhichTraitSpokeForASide() {
        CourseModel model = learned();
        var builder = new Traits.Builder();
        builder.at(3, 8);
        builder.add(1, "sharp");
        builder.at(9, 13);
        builder.add(1, "any1");
        Traits traits = builder.scaled(1);

        double[] shares = model.shares(traits, true);

        int sharp = traits.start(0) == 3 ? 0 : 1;
        assertThat(traits.end(sharp)).isEqualTo(8);
        assertThat(shares[sharp]).isPositive().isGreaterThan(shares[1 - sharp]);
    }

    @Test
    void keepsTheFirstOfATraitThatComesTwice() {
        var builder = new Traits.Builder();
        builder.at(0, 4);
        builder.add(1, "wide");
        builder.at(5, 9);
        builder.add(1, "wi", "de");

        Traits traits = builder.scaled(1);

        assertThat(traits.size()).isEqualTo(1);
        assertThat(traits.start(0)).isZero();
    }

    @Test
    void sharesPlacesBySumWhenTraitsAreJoined() {
        Traits joined = traits("one", "two").with(traits("two", "three"));

        assertThat(joined.size()).isEqualTo(3);
    }
}
