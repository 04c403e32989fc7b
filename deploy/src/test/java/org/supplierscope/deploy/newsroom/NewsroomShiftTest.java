package org.supplierscope.deploy.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.supplierscope.analysis.catalogue.Catalogue;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.analysis.published.StrategyShift;
import org.supplierscope.analysis.published.SupplierStance;
import org.supplierscope.analysis.stance.Passage;
import org.supplierscope.analysis.stance.StanceReader;
import org.supplierscope.analysis.strategy.Report;
import org.supplierscope.analysis.strategy.ShiftRule;
import org.supplierscope.analysis.strategy.StrategyWatch;
import org.supplierscope.analysis.strategy.Subject;

/// What the newsroom makes of its suppliers, however its pages come in: the classes of the analysis
/// stage without the crawl.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewsroomShiftTest {

    private static final long SEED = 20_261_123;
    private static final int CRAWLS = 200;

    private final Map<Piece, List<SupplierStance>> read = new HashMap<>();

    @BeforeAll
    void readEveryPieceOnce() {
        var reader = new StanceReader(Catalogue.shipped());
        for (Site site : Sites.all()) {
            for (Piece piece : site.pieces()) {
                String text = piece.blocks().stream().map(Piece.Block::text).collect(Collectors.joining("\n\n"));
                read.put(
                        piece,
                        reader.read(new Passage(piece.title(), text, piece.language()))
                                .suppliers());
            }
        }
    }

    @Test
    void tellsOneShiftOnceWhateverPieceIsCrawledFirst() {
        var random = new Random(SEED);
        for (int crawl = 0; crawl < CRAWLS; crawl++) {
            Duration age = Duration.ofHours(random.nextInt(7 * 24));

            List<StrategyShift> told = shifts(
                    newestFirstOfEachSite(random), Sites.newest().toInstant().plus(age));

            assertThat(told)
                    .as("crawl %d, seed %d", crawl, SEED)
                    .singleElement()
                    .satisfies(shift -> assertThat(shift.name()).isEqualTo("SK Hynix"))
                    .satisfies(shift -> assertThat(shift.from()).isEqualTo(Stance.PRECISION))
                    .satisfies(shift -> assertThat(shift.stories()).isGreaterThanOrEqualTo(4))
                    .satisfies(shift -> assertThat(shift.after()).isNotEmpty());
        }
    }

    @Test
    void tellsNoShiftTwoMonthsAfterItsNewestPiece() {
        Instant late = Sites.newest().toInstant().plus(Duration.ofDays(60));

        assertThat(shifts(newestFirstOfEachSite(new Random(SEED)), late)).isEmpty();
    }

    /// Feeds list the newest first, and nobody knows which site answers next.
    private static List<Piece> newestFirstOfEachSite(Random random) {
        List<Deque<Piece>> sites = Sites.all().stream()
                .map(site -> (Deque<Piece>) new ArrayDeque<>(site.pieces()))
                .collect(Collectors.toCollection(ArrayList::new));
        List<Piece> order = new ArrayList<>();
        while (!sites.isEmpty()) {
            Deque<Piece> site = sites.get(random.nextInt(sites.size()));
            order.add(site.removeFirst());
            sites.removeIf(Deque::isEmpty);
        }
        return order;
    }

    private List<StrategyShift> shifts(List<Piece> order, Instant begin) {
        Map<String, StrategyWatch> watches = new HashMap<>();
        List<StrategyShift> told = new ArrayList<>();
        IntStream.range(0, order.size()).forEach(place -> {
            Piece piece = order.get(place);
            for (SupplierStance stance : read.getOrDefault(piece, List.of())) {
                if (stance.stance() != Stance.NONE) {
                    var subject = new Subject(stance.supplier(), stance.name(), null);
                    told.addAll(watches.computeIfAbsent(
                                    stance.supplier(), id -> new StrategyWatch(subject, ShiftRule.STANDARD))
                            .take(report(piece, stance, begin.plusSeconds(place))));
                }
            }
        });
        return told;
    }

    private static Report report(Piece piece, SupplierStance stance, Instant seen) {
        // A press release begins with the same words everywhere but for the agency's.
        String story = piece.lead().replaceFirst("^\\([^)]*\\)\\s*", "");
        return new Report(
                piece.slug(),
                story,
                source(piece),
                piece.published().toInstant(),
                seen,
                true,
                stance.stance(),
                stance.confidence(),
                stance.evidence().getFirst().sentence(),
                null);
    }

    private static String source(Piece piece) {
        return Sites.all().stream()
                .filter(site -> site.pieces().contains(piece))
                .findFirst()
                .orElseThrow()
                .name();
    }
}
