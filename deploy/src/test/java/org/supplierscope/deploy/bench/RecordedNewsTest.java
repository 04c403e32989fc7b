package org.supplierscope.deploy.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
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
import org.supplierscope.ingest.published.Article;
import org.supplierscope.ingest.published.IngestTopics;

class RecordedNewsTest {

    private static final long SEED = 20_261_123;
    private static final int PARTITIONS = 3;

    /// The articles among the records, in order, by partition.
    private static List<List<Article>> articles(int count) {
        List<List<Article>> articles = new ArrayList<>();
        for (int i = 0; i < PARTITIONS; i++) {
            articles.add(new ArrayList<>());
        }
        for (ProducerRecord<byte[], byte[]> record : new RecordedNews(SEED).records(count, PARTITIONS)) {
            if (record.value() != null && new String(record.value(), UTF_8).contains("\"text\"")) {
                articles.get(RecordedNews.partition(new String(record.key(), UTF_8), PARTITIONS))
                        .add(IngestTopics.ARTICLES.value().deserializer().deserialize("", record.value()));
            }
        }
        return articles;
    }

    @Test
    void copiesOnlyWhatItsPartitionHasSeen() {
        for (List<Article> world : articles(1_500)) {
            List<String> texts = new ArrayList<>();
            for (Article article : world) {
                if (article.text().startsWith("(Wire) - ")) {
                    assertThat(texts).contains(article.text().substring("(Wire) - ".length()));
                }
                texts.add(article.text());
            }
            assertThat(texts).hasSizeGreaterThan(300);
        }
    }

    @Test
    void tellsOfSuppliersOfItsPartitionAndMakesManyOfThemTurn() {
        var reader = StanceReader.byWords(Catalogue.shipped());
        Map<String, Integer> homes = new HashMap<>();
        Map<String, StrategyWatch> watches = new HashMap<>();
        List<StrategyShift> told = new ArrayList<>();
        List<List<Article>> worlds = articles(2_000);

        for (int home = 0; home < PARTITIONS; home++) {
            for (Article article : worlds.get(home)) {
                for (SupplierStance stance : reader.read(new Passage(article.title(), article.text(), "en"))
                        .suppliers()) {
                    assertThat(homes.merge(stance.supplier(), home, (first, second) -> first))
                            .as(stance.supplier())
                            .isEqualTo(home);
                    if (stance.stance() != Stance.NONE && !article.text().startsWith("(Wire)")) {
                        told.addAll(watches.computeIfAbsent(
                                        stance.supplier(),
                                        id -> new StrategyWatch(
                                                new Subject(id, stance.name(), null), ShiftRule.STANDARD))
                                .take(report(article, stance)));
                    }
                }
            }
        }

        assertThat(told.stream()
                        .filter(shift -> !shift.revoked())
                        .map(StrategyShift::supplier)
                        .distinct())
                .as("suppliers that turn, seed %d", SEED)
                .hasSizeGreaterThan(10);
    }

    private static Report report(Article article, SupplierStance stance) {
        return new Report(
                article.id(),
                article.id(),
                article.source(),
                article.eventTime(),
                article.seen(),
                true,
                stance.stance(),
                stance.confidence(),
                null,
                null);
    }
}
