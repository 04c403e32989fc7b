package org.supplierscope.analysis.stance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class StanceModelTest {

    private static final long SEED = 41;

    private static byte[] unpacked() throws IOException {
        try (InputStream in = new GZIPInputStream(
                Objects.requireNonNull(StanceModel.class.getResourceAsStream("stance-model.bin.gz")))) {
            return in.readAllBytes();
        }
    }

    private static final class QuickGzip extends GZIPOutputStream {
        QuickGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.NO_COMPRESSION);
        }
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new QuickGzip(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void isTheSameBytesAfterItWasReadAndWritten() throws IOException {
        var written = new ByteArrayOutputStream();
        StanceModel.shipped().write(written);

        var again = new ByteArrayOutputStream();
        StanceModel.read(new ByteArrayInputStream(written.toByteArray())).write(again);

        assertThat(again.toByteArray()).isEqualTo(written.toByteArray());
    }

    @Test
    void refusesWhatIsNoModel() throws IOException {
        assertThatThrownBy(() -> StanceModel.read(new ByteArrayInputStream("no model".getBytes(UTF_8))))
                .isInstanceOf(IOException.class);
        byte[] other = packed(new byte[64]);
        assertThatThrownBy(() -> StanceModel.read(new ByteArrayInputStream(other)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("form");
    }

    @Test
    void refusesAModelThatIsCutShort() throws IOException {
        byte[] whole = unpacked();
        byte[] cut = packed(Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> StanceModel.read(new ByteArrayInputStream(cut)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void survivesChangedBytes() throws IOException {
        byte[] whole = unpacked();
        Random random = new Random(SEED);
        for (int round = 0; round < 20; round++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(64)] = (byte) random.nextInt();
            try {
                StanceModel.read(new ByteArrayInputStream(packed(changed)));
            } catch (IOException refused) {
                assertThat(refused).as("seed %d, round %d", SEED, round).isNotNull();
            }
        }
    }
}
