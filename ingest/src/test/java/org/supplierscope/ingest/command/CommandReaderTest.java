package org.supplierscope.ingest.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supplierscope.ingest.Awaiting;
import org.supplierscope.ingest.SettableClock;
import org.supplierscope.ingest.frontier.SourceLedger;
import org.supplierscope.ingest.frontier.SourceRegister;
import org.supplierscope.ingest.published.IngestTopics;
import org.supplierscope.ingest.published.SourceCommand;
import org.supplierscope.ingest.published.SourceKind;
import org.supplierscope.ingest.published.SourceState;
import org.supplierscope.ingest.published.SourceStatus;

class CommandReaderTest {

    private static final TopicPartition PARTITION = new TopicPartition(IngestTopics.SOURCE_COMMANDS.name(), 0);

    private final SettableClock clock = new SettableClock();
    private final JdbcConnectionPool database = JdbcConnectionPool.create(
            "jdbc:h2:mem:" + UUID.randomUUID()
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
            "sa",
            "");
    private final SourceLedger sources = new SourceLedger(database, clock);
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final List<String> changed = new CopyOnWriteArrayList<>();
    private final CommandReader reader =
            new CommandReader(consumer, producer, new SourceRegister(database, clock), changed::add);
    private long offset;

    CommandReaderTest() {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/ingest")
                .load()
                .migrate();
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.schedulePollTask(() -> consumer.rebalance(List.of(PARTITION)));
    }

    @AfterEach
    void close() {
        reader.close();
        database.dispose();
    }

    private static byte[] bytes(SourceCommand command) {
        return IngestTopics.SOURCE_COMMANDS
                .value()
                .serializer()
                .serialize(IngestTopics.SOURCE_COMMANDS.name(), command);
    }

    private static SourceCommand.Add add(String id, String address) {
        return new SourceCommand.Add(id, "Source " + id, address, null, null, "en", null);
    }

    private void say(byte[]... commands) throws InterruptedException {
        List<byte[]> all = new ArrayList<>(List.of(commands));
        consumer.schedulePollTask(() -> {
            for (byte[] command : all) {
                consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, offset++, "key", command));
            }
        });
        if (!reader.running()) {
            reader.start();
        }
        Awaiting.until("all is settled", () -> committed() == offset && offset > 0);
    }

    private long committed() {
        OffsetAndMetadata position = consumer.committed(Set.of(PARTITION)).get(PARTITION);
        return position == null ? 0 : position.offset();
    }

    private SourceStatus status(String id) {
        return Objects.requireNonNull(sources.one(id), id);
    }

    @Test
    void aSiteThatIsAddedIsLookedAtForItsListing() throws Exception {
        say(bytes(add("one", "https://one.example/")));

        assertThat(status("one").kind()).isEqualTo(SourceKind.SITE);
        assertThat(status("one").state()).isEqualTo(SourceState.ACTIVE);
        assertThat(changed).containsExactly("one");
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void commandsAreFollowedInTheirOrderAndTwiceIsOnce() throws Exception {
        say(
                bytes(new SourceCommand.Add("one", "One", "https://one.example/f", SourceKind.FEED, null, null, true)),
                bytes(new SourceCommand.Pause("one")),
                bytes(new SourceCommand.Pause("one")),
                bytes(new SourceCommand.Resume("one")),
                bytes(new SourceCommand.Check("one")),
                bytes(new SourceCommand.Remove("one")),
                bytes(new SourceCommand.Remove("one")));

        assertThat(status("one").state()).isEqualTo(SourceState.REMOVED);
        assertThat(status("one").unverifiedCertificate()).isTrue();
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void aBadCommandIsSetAsideWithItsReasonAndItsNeighboursGoOn() throws Exception {
        byte[] garbage = "{not json".getBytes(UTF_8);
        byte[] unheardOf = "{\"type\":\"explode\",\"id\":\"one\"}".getBytes(UTF_8);
        say(
                bytes(add("one", "https://one.example/")),
                garbage,
                unheardOf,
                bytes(add("Not An Id", "https://x.example/")),
                bytes(add("file", "file:///etc/passwd")),
                bytes(new SourceCommand.Pause("nobody")),
                bytes(add("one", "https://another.example/")),
                bytes(add("two", "https://two.example/")));

        assertThat(sources.all()).extracting(SourceStatus::id).containsExactly("one", "two");
        assertThat(producer.history()).hasSize(6);
        assertThat(producer.history()).allSatisfy(dead -> {
            assertThat(dead.topic()).isEqualTo("source-commands.v1.dead");
            assertThat(header(dead.headers().lastHeader("stage").value())).isEqualTo("source-commands");
        });
        assertThat(producer.history())
                .extracting(dead -> header(dead.headers().lastHeader("reason").value()))
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("SourceCommand"),
                        reason -> assertThat(reason).contains("SourceCommand"),
                        reason -> assertThat(reason).contains("lower-case"),
                        reason -> assertThat(reason).contains("http"),
                        reason -> assertThat(reason).contains("'nobody'"),
                        reason -> assertThat(reason).contains("'one'"));
        assertThat(producer.history().getFirst().value()).isEqualTo(garbage);
        assertThat(header(producer.history()
                        .getFirst()
                        .headers()
                        .lastHeader("origin")
                        .value()))
                .isEqualTo("source-commands.v1-0@1");
    }

    private static String header(byte[] value) {
        return new String(value, UTF_8);
    }

    @Test
    void anAddressIsReadAsABrowserReadsIt() throws Exception {
        say(
                bytes(add("city", "http://münchen.example/")),
                bytes(add("words", "https://例え.テスト/a|b")),
                bytes(add("low", "https://my_paper.example")));

        assertThat(producer.history()).isEmpty();
        assertThat(status("city").feed()).hasToString("http://xn--mnchen-3ya.example/");
        assertThat(status("words").feed()).hasToString("https://xn--r8jz45g.xn--zckzah/a%7Cb");
        assertThat(status("low").feed()).hasToString("https://my_paper.example/");
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.com:99999/, it is no address",
        "https://me:secret@a.example/, user name",
        "https://a\\@b.example/, two ways",
        "https://./, neither a name",
        "'', it is no address"
    })
    void saysWhyAnAddressIsRefused(String address, String why) throws Exception {
        say(bytes(add("one", address)));

        assertThat(sources.all()).isEmpty();
        assertThat(header(producer.history()
                        .getFirst()
                        .headers()
                        .lastHeader("reason")
                        .value()))
                .contains(why);
    }

    @Test
    void aCommandIsNotSkippedWhileTheDatabaseDoesNotAnswer() throws Exception {
        database.setMaxConnections(1);
        database.setLoginTimeout(1);
        try (var connection = database.getConnection()) {
            assertThat(connection).isNotNull();
            consumer.schedulePollTask(() -> consumer.addRecord(new ConsumerRecord<>(
                    PARTITION.topic(), 0, offset++, "one", bytes(add("one", "https://one.example/")))));
            reader.start();
            Awaiting.until("it has been read", () -> offset == 1);
            Thread.sleep(50);
            assertThat(committed()).isZero();
        }

        Awaiting.until("it is followed", () -> committed() == 1);

        assertThat(status("one").state()).isEqualTo(SourceState.ACTIVE);
    }
}
