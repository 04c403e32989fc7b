package org.supplierscope.deploy.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supplierscope.deploy.newsroom.Newsroom;

/// The process is killed in the middle of its work and started again: nothing is lost, nothing is there twice.
class HardStopIT {

    private static final int KILLS = 2;

    @TempDir
    private Path temp;

    @Test
    void goesOnWhereItWasAfterBeingKilledInTheMiddleOfTheCrawl() throws Exception {
        long seed = System.nanoTime();
        System.out.println("HardStopIT seed=" + seed);
        var random = new Random(seed);
        String data = temp.resolve("data").toString();

        for (int kill = 1; kill <= KILLS; kill++) {
            try (var service =
                    RunningService.start(temp.resolve("kill" + kill), "demo", "--port", "0", "--data", data)) {
                var api = new Api(service.awaitReady());
                int enough = Math.min(Newsroom.size() - 5, kill * (5 + random.nextInt(20)));
                Waiting.until(Duration.ofSeconds(90), enough + " articles", () -> {
                    int found = api.search("*").path("total").asInt();
                    return found >= enough ? found : null;
                });
                service.kill();
            }
        }

        try (var service = RunningService.start(temp.resolve("last"), "demo", "--port", "0", "--data", data)) {
            JsonNode all = NewsroomScenario.allArticles(new Api(service.awaitReady()));

            assertThat(NewsroomScenario.ids(all)).doesNotHaveDuplicates().hasSize(Newsroom.size());
            assertThat(NewsroomScenario.texts(all, "url")).doesNotHaveDuplicates();
            assertThat(NewsroomScenario.texts(all, "title")).contains(NewsroomScenario.SEED);
            assertThat(service.stop()).isIn(0, 130, 143);
        }
    }
}
