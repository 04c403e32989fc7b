package org.supplierscope.analysis.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelModelTest {

    private static LabelModel learned() {
        List<double[]> rows = new ArrayList<>();
        int[] labels = new int[90];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % 3;
            rows.add(new double[] {labels[i] == 0 ? 1 : 0, labels[i] == 1 ? 1 : 0, i % 2});
        }
        return Training.label(rows, labels, 3);
    }

    @Test
    void givesTheLabelThatItWasTaughtTheGreatestShare() {
        double[] first = learned().of(new double[] {1, 0, 0});
        double[] last = learned().of(new double[] {0, 0, 1});

        assertThat(first[0]).isGreaterThan(0.7);
        assertThat(last[2]).isGreaterThan(0.7);
        assertThat(Arrays.stream(first).sum()).isCloseTo(1, within(1e-9));
    }

    @Test
    void isTheSameAfterItWasWrittenAndRead() throws IOException {
        LabelModel model = learned();
        var file = new ByteArrayOutputStream();

        model.write(new DataOutputStream(file));
        LabelModel read = LabelModel.read(new DataInputStream(new ByteArrayInputStream(file.toByteArray())));

        assertThat(read.of(new double[] {0, 1, 1})).isEqualTo(model.of(new double[] {0, 1, 1}));
        assertThat(read.size()).isEqualTo(3);
        assertThat(read.width()).isEqualTo(3);
    }

    @Test
    void refusesAModelOfImpossibleSize() throws IOException {
        var file = new ByteArrayOutputStream();
        var out = new DataOutputStream(file);
        out.writeInt(Integer.MAX_VALUE);
        out.writeInt(Integer.MAX_VALUE);

        assertThatThrownBy(() -> LabelModel.read(new DataInputStream(new ByteArrayInputStream(file.toByteArray()))))
                .isInstanceOf(IOException.class);
    }
}
