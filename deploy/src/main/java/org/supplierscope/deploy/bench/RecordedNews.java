package org.supplierscope.deploy.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.supplierscope.analysis.catalogue.Catalogue;
import org.supplierscope.analysis.catalogue.Supplier;
import org.supplierscope.ingest.published.Article;
import org.supplierscope.ingest.published.IngestTopics;

/// Articles that name suppliers of the catalogue and mean nothing, fixed by a seed: what
/// `articles.v1` could hold after two years.
final class RecordedNews {

    private static final Instant BEGINNING = Instant.parse("2024-01-01T00:00:00Z");
    private static final Duration SPAN = Duration.ofDays(730);

    private final Random random;
    private final List<Supplier> suppliers = Catalogue.shipped().suppliers();

    /// @param seed the same seed gives the same news
    RecordedNews(long seed) {
        this.random = new Random(seed);
    }

    /// Records of `articles.v1`: of a hundred about 70 new articles, 15 copies of earlier ones,
    /// 10 later revisions, 2 deletions, and 3 that are no articles.
    List<ProducerRecord<byte[], byte[]>> records(int count) {
        List<Article> earlier = new ArrayList<>();
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant seen = BEGINNING.plus(SPAN.multipliedBy(i).dividedBy(count));
            int die = earlier.isEmpty() ? 99 : random.nextInt(100);
            if (die < 2) {
                records.add(record(id(i), new byte[] {0, (byte) random.nextInt(), (byte) 0xff}));
            } else if (die < 3) {
                records.add(record(id(i), "{\"version\":9,\"headline\":\"of another time\"}".getBytes(UTF_8)));
            } else if (die < 5) {
                records.add(record(any(earlier).id(), null));
            } else if (die < 15) {
                int which = random.nextInt(earlier.size());
                Article old = earlier.get(which);
                Article later = article(old.id(), old.revision() + 1, seen, "Correction: " + old.title(), text(60, 1));
                earlier.set(which, later);
                records.add(record(later));
            } else {
                Article made = die < 30
                        ? article(
                                id(i),
                                1,
                                seen,
                                Prose.title(random.nextLong()),
                                "(Wire) - " + any(earlier).text())
                        : article(id(i), 1, seen, Prose.title(random.nextLong()), text(200, 1 + random.nextInt(3)));
                earlier.add(made);
                records.add(record(made));
            }
        }
        return records;
    }

    /// An article of about so many words that names so many suppliers.
    Article article(int number, int words, int named) {
        return article(id(number), 1, BEGINNING, Prose.title(random.nextLong()), text(words, named));
    }

    private String text(int words, int named) {
        var text = new StringBuilder();
        int written = 0;
        for (int i = 0; i < named || written < words; i++) {
            String paragraph = Prose.paragraph(random);
            if (i < named) {
                paragraph = Prose.course(any(suppliers).name(), random) + " " + paragraph;
            }
            text.append(text.isEmpty() ? "" : "\n\n").append(paragraph);
            written += paragraph.split(" ", -1).length;
        }
        return text.toString();
    }

    private Article article(String id, int revision, Instant seen, String title, String text) {
        URI url = URI.create("https://paper.example/" + id);
        return new Article(
                id,
                revision,
                String.format(Locale.ROOT, "%032x", (long) text.hashCode() & 0xffffffffL),
                url,
                url,
                "paper",
                "The Paper",
                title,
                null,
                seen.toString(),
                seen,
                "en",
                null,
                text);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static String id(int number) {
        return String.format(Locale.ROOT, "%032x", number);
    }

    private static ProducerRecord<byte[], byte[]> record(Article article) {
        String topic = IngestTopics.ARTICLES.name();
        return record(article.id(), IngestTopics.ARTICLES.value().serializer().serialize(topic, article));
    }

    private static ProducerRecord<byte[], byte[]> record(String key, byte @org.jspecify.annotations.Nullable [] value) {
        return new ProducerRecord<byte[], byte[]>(IngestTopics.ARTICLES.name(), key.getBytes(UTF_8), value);
    }
}
