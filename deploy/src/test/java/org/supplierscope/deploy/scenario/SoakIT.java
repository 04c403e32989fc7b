package org.supplierscope.deploy.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supplierscope.deploy.scenario.RunningService.Ended;

/// The analysis stage as a process of its own, ended in the middle of its work; `soak analysis` does it fifty
/// times.
class SoakIT {

    /// Half a minute on a quiet machine.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    private Path temp;

    @Test
    @DisplayName("K8: killed, and asked to stop under load, the analysis stage publishes what it publishes undisturbed,"
            + " and stops within 30 s")
    void loseNothingAndDoubleNothing() throws Exception {
        Ended ended = RunningService.run(
                PATIENCE,
                temp,
                Map.of(),
                "",
                "soak",
                "analysis",
                "--kills",
                "2",
                "--sigterms",
                "1",
                "--articles",
                "2500",
                "--seed",
                "7",
                "--data",
                temp.toString());

        System.out.println("SoakIT: " + ended.out());
        assertThat(ended.out())
                .contains("killed 2 times, asked to stop 1 times", "| insights.v1 |")
                .doesNotContain(" 0 in the middle");
        assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    }
}
