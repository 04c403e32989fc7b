package org.supplierscope.analysis.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourseModelTest {

    private static Traits traits(String... names) {
        var builder = new Traits.Builder();
        for (String name : names) {
            builder.add(name, 1);
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
        return new Training(10, 2).learn("taught", lessons);
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

        model.write(file);
        CourseModel read = CourseModel.read(new ByteArrayInputStream(file.toByteArray()));

        assertThat(read.name()).isEqualTo("taught");
        assertThat(read.of(traits("sharp", "any1")).precision())
                .isCloseTo(model.of(traits("sharp", "any1")).precision(), within(1e-4));
    }

    @Test
    void refusesWhatIsNoModel() {
        assertThatThrownBy(() -> CourseModel.read(
                        new ByteArrayInputStream("no model".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void sharesPlacesBySumWhenTraitsAreJoined() {
        Traits joined = traits("one", "two").with(traits("two", "three"));

        assertThat(joined.size()).isEqualTo(3);
    }
}
