package org.supplierscope.ingest.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PlacesTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final ExecutorService visits = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        visits.shutdownNow();
    }

    @Test
    void aSlowVisitMakesRoomForAQuickOne() throws Exception {
        try (var places = new Places(1, Duration.ofMillis(50))) {
            var end = new CountDownLatch(1);
            assertThat(places.takeAll(LONG)).isEqualTo(1);
            visits.execute(() -> places.during(() -> await(end)));

            assertThat(places.takeAll(LONG)).as("while the slow one goes on").isEqualTo(1);

            end.countDown();
        }
    }

    @Test
    void slowVisitsTakeNoMoreThanTheirOwnPlaces() throws Exception {
        try (var places = new Places(1, Duration.ofMillis(20))) {
            var end = new CountDownLatch(1);
            List<Integer> taken = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                taken.add(places.takeAll(LONG));
                visits.execute(() -> places.during(() -> await(end)));
            }
            assertThat(taken).containsOnly(1);

            assertThat(places.takeAll(Duration.ofMillis(300)))
                    .as("four slow places and the quick one are held")
                    .isZero();

            end.countDown();
            assertThat(places.takeAll(LONG)).isEqualTo(1);
        }
    }

    @Test
    void aQuickVisitGivesItsOwnPlaceBack() throws Exception {
        try (var places = new Places(3, Duration.ofMinutes(1))) {
            assertThat(places.takeAll(LONG)).isEqualTo(3);
            places.giveBack(2);
            places.during(() -> {});

            assertThat(places.takeAll(LONG)).isEqualTo(3);
        }
    }

    private static void await(CountDownLatch end) {
        try {
            assertThat(end.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
