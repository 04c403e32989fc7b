package org.supplierscope.deploy.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;
import org.supplierscope.analysis.catalogue.Catalogue;
import org.supplierscope.analysis.catalogue.Supplier;
import org.supplierscope.ingest.published.Article;
import org.supplierscope.ingest.published.IngestTopics;

/// Articles that name suppliers of the catalogue and mean nothing, fixed by a seed: what
/// `articles.v1` could hold after two years.
///
/// Every partition is a world of its own: its articles name its suppliers and copy its articles.
/// So whatever the order in which the partitions are read, the same must come of it.
final class RecordedNews {

    private static final Instant BEGINNING = Instant.parse("2024-01-01T00:00:00Z");
    private static final Duration SPAN = Duration.ofDays(730);

    /// One supplier in so many turns, once, in the middle half of the time; the others never do.
    private static final int TURNING = 6;

    /// So many stories in a hundred tell the course that a turning supplier has.
    private static final int RIGHT = 95;

    /// What else would stand in a text means nothing, but would be read as if it did.
    private static final int STATEMENTS = 4;

    private static final int SOURCES = 10;

    private static final int OWN_WORDS = 150;

    private final Random random;
    private final List<Supplier> suppliers = Catalogue.shipped().suppliers();

    /// What a partition has seen so far.
    ///
    /// @param turning suppliers that turn
    /// @param steady those that keep to one course
    /// @param all articles that may be copied: no copies, and none that was corrected, since what
    /// is remembered of those is the correction
    /// @param changing articles that may be corrected and deleted: those on steady suppliers, since
    /// how soon a correction comes after the first telling is the machine's affair, and may move
    /// the day of a turn
    private record World(List<Supplier> turning, List<Supplier> steady, List<Article> all, List<Article> changing) {}

    /// @param seed the same seed gives the same news
    RecordedNews(long seed) {
        this.random = new Random(seed);
    }

    /// Records of `articles.v1`: of a hundred about 70 new articles, half of which tell of suppliers
    /// that turn, 15 copies of earlier ones, 10 later revisions, 2 deletions, and 3 that are no
    /// articles.
    ///
    /// @param partitions how many `articles.v1` has, from 1
    List<ProducerRecord<byte[], byte[]>> records(int count, int partitions) {
        List<World> worlds = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            List<Supplier> turning = new ArrayList<>();
            List<Supplier> steady = new ArrayList<>();
            for (int place = partition, own = 0; place < suppliers.size(); place += partitions, own++) {
                (own % TURNING == 0 ? turning : steady).add(suppliers.get(place));
            }
            worlds.add(new World(turning, steady, new ArrayList<>(), new ArrayList<>()));
        }
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(next(i, (double) i / count, worlds.get(partition(id(i), partitions))));
        }
        return records;
    }

    /// Where the producer puts a key, and Kafka Streams after it.
    static int partition(String key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))) % partitions;
    }

    private ProducerRecord<byte[], byte[]> next(int number, double share, World world) {
        Instant seen = BEGINNING.plusSeconds(Math.round(SPAN.toSeconds() * share));
        int die = random.nextInt(100);
        if (die < 2) {
            return record(id(number), new byte[] {0, (byte) random.nextInt(), (byte) 0xff});
        }
        if (die < 3) {
            return record(id(number), "{\"version\":9,\"headline\":\"of another time\"}".getBytes(UTF_8));
        }
        // Of the older half, so that what they change was published long before.
        int old = world.changing().size() / 2;
        if (die < 5 && old > 0) {
            return record(world.changing().get(random.nextInt(old)).id(), null);
        }
        if (die < 15 && old > 0) {
            int which = random.nextInt(old);
            Article first = world.changing().get(which);
            Article later = article(
                    first.id(),
                    first.revision() + 1,
                    seen,
                    "Correction: " + first.title(),
                    text(60, 1, () -> steady(world)));
            world.changing().set(which, later);
            world.all().removeIf(article -> article.id().equals(first.id()));
            return record(later);
        }
        if (die < 30 && !world.all().isEmpty()) {
            String text = "(Wire) - " + any(world.all()).text();
            return record(article(id(number), 1, seen, Prose.title(random.nextLong()), text));
        }
        boolean turning = random.nextBoolean();
        String text = (turning ? turning(share, world) : text(200, 1 + random.nextInt(3), () -> steady(world))) + "\n\n"
                + ownWords();
        Article made = article(id(number), 1, seen, Prose.title(random.nextLong()), text);
        world.all().add(made);
        if (!turning) {
            world.changing().add(made);
        }
        return record(made);
    }

    /// A text on a supplier that turns, some to precision and some to breadth.
    private String turning(double share, World world) {
        int place = random.nextInt(world.turning().size());
        String name = world.turning().get(place).name();
        double turn = 0.25 + 0.5 * place / world.turning().size();
        boolean precise = (share < turn) == (place % 2 == 0);
        boolean told = precise == (random.nextInt(100) < RIGHT);
        var text = new StringBuilder();
        for (int i = 0; i < STATEMENTS; i++) {
            text.append(told ? Prose.precision(name, random) : Prose.breadth(name, random))
                    .append(' ');
        }
        return text.toString();
    }

    private String steady(World world) {
        int place = random.nextInt(world.steady().size());
        String name = world.steady().get(place).name();
        return place % 2 == 0 ? Prose.precision(name, random) : Prose.breadth(name, random);
    }

    /// Words that no other article has, copies excepted: else some of these texts would be taken to
    /// tell of one event, of which depends on what else was read in between.
    private String ownWords() {
        return random.ints(OWN_WORDS, 0, 1 << 30)
                .mapToObj(number -> "x" + Integer.toString(number, 26).replaceAll("[0-9]", "q"))
                .collect(Collectors.joining(" "));
    }

    /// An article of about so many words that names so many suppliers.
    Article article(int number, int words, int named) {
        return article(
                id(number),
                1,
                BEGINNING,
                Prose.title(random.nextLong()),
                text(words, named, () -> Prose.course(any(suppliers).name(), random)));
    }

    private String text(int words, int named, java.util.function.Supplier<String> course) {
        var text = new StringBuilder();
        int written = 0;
        for (int i = 0; i < named || written < words; i++) {
            String paragraph = Prose.paragraph(random);
            if (i < named) {
                paragraph = course.get() + " " + paragraph;
            }
            text.append(text.isEmpty() ? "" : "\n\n").append(paragraph);
            written += paragraph.split(" ", -1).length;
        }
        return text.toString();
    }

    private Article article(String id, int revision, Instant seen, String title, String text) {
        URI url = URI.create("https://paper.example/" + id);
        int source = Math.floorMod(id.hashCode(), SOURCES);
        return new Article(
                id,
                revision,
                String.format(Locale.ROOT, "%032x", (long) text.hashCode() & 0xffffffffL),
                url,
                url,
                "paper-" + source,
                "Paper " + source,
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
