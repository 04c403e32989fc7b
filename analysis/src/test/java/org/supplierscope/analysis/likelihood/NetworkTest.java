package org.supplierscope.analysis.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NetworkTest {

    private static final long SEED = 5;

    /// Precision where exactly one of two numbers is above zero, which no weights alone can tell;
    /// breadth where the third is.
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Point(float[] row, float weight) implements NetworkTraining.Example {

        @Override
        public void fill(float[] into) {
            System.arraycopy(row, 0, into, 0, row.length);
        }

        @Override
        public boolean tells(int side) {
            return side == 0 ? row[0] > 0 != row[1] > 0 : row[2] > 0;
        }
    }

    private static List<Point> points(int count) {
        Random random = new Random(SEED);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(new Point(
                    new float[] {
                        (float) random.nextGaussian(), (float) random.nextGaussian(), (float) random.nextGaussian()
                    },
                    1));
        }
        return points;
    }

    private static byte[] bytes(Network network) throws IOException {
        var bytes = new ByteArrayOutputStream();
        network.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static Network network(byte[] bytes) throws IOException {
        return Network.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    @Test
    void learnsWhatNoWeightsAloneCanTell() {
        List<Point> points = points(9_000);
        Network network = new NetworkTraining(SEED).learn(points.subList(0, 8_000), 3);

        List<Point> asked = points.subList(8_000, 9_000);

        for (int side = 0; side < Network.SIDES; side++) {
            int of = side;
            assertThat(asked.stream()
                            .filter(each -> network.of(each.row())[of] > 0 == each.tells(of))
                            .count())
                    .as("side %d, seed %d", side, SEED)
                    .isGreaterThan(900);
        }
    }

    @Test
    void learnsTheSameFromTheSame() throws IOException {
        List<Point> points = points(600);

        assertThat(bytes(new NetworkTraining(SEED).learn(points, 3)))
                .isEqualTo(bytes(new NetworkTraining(SEED).learn(points, 3)));
    }

    /// One row, said to be both: by the heavier ones it is decided.
    private record Said(boolean tells, float weight) implements NetworkTraining.Example {

        @Override
        public void fill(float[] into) {
            into[0] = 1;
        }

        @Override
        public boolean tells(int side) {
            return tells;
        }
    }

    @Test
    void listensToHeavyExamplesMore() {
        List<Said> said = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            said.add(new Said(i % 2 == 0, i % 2 == 0 ? 9 : 1));
        }

        Network network = new NetworkTraining(SEED).learn(said, 1);

        assertThat(Arrays.stream(network.of(new float[] {1})).min().orElseThrow())
                .isGreaterThan(1);
    }

    @Test
    void tellsTheSameAfterItWasWrittenAndRead() throws IOException {
        Network network = new NetworkTraining(SEED).learn(points(600), 3);

        Network read = network(bytes(network));

        float[] row = {0.4f, -1, 2};
        assertThat(read.width()).isEqualTo(3);
        assertThat(read.of(row)[0]).isCloseTo(network.of(row)[0], offset(1e-2));
        assertThat(bytes(read)).isEqualTo(bytes(network(bytes(read))));
    }

    @Test
    void refusesBytesThatAreNoNetwork() {
        assertThatThrownBy(() -> network(new byte[64])).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> network(new byte[] {0, 0, 0, 3, 0, 0, 0, 9, 1}))
                .isInstanceOf(IOException.class);
    }
}
