package org.supplierscope.deploy.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jboss.logging.Logger;
import org.supplierscope.ingest.published.IngestTopics;

/// A Kafka broker in this process: KRaft, one node that is broker and controller, the real protocol, loopback
/// only.
///
/// Its data outlives the process, however that ends. The ports are free ones and change from start to start;
/// the file
/// `address` beside the data tells the commands of this machine where it listens.
public final class EmbeddedBroker implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EmbeddedBroker.class);
    private static final int NODE = 1;
    private static final String ADDRESS = "address";

    private final KafkaRaftServer server;
    private final Path folder;
    private final String bootstrapServers;

    private EmbeddedBroker(KafkaRaftServer server, Path folder, String bootstrapServers) {
        this.server = server;
        this.folder = folder;
        this.bootstrapServers = bootstrapServers;
    }

    /// Starts a broker and returns when it takes requests.
    ///
    /// @param folder where its data is; made when missing
    /// @throws IOException when the folder cannot be used
    public static EmbeddedBroker start(Path folder) throws IOException {
        Files.createDirectories(folder);
        int port = freePort();
        int controllerPort = freePort();
        var properties = properties(folder, port, controllerPort);
        if (Files.notExists(folder.resolve("meta.properties"))) {
            format(folder);
        }
        var server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        server.startup();
        String bootstrapServers = "127.0.0.1:" + port;
        Files.writeString(folder.resolve(ADDRESS), bootstrapServers);
        return new EmbeddedBroker(server, folder, bootstrapServers);
    }

    /// Where the broker of a folder listens, as another process can know it. A process that was killed leaves
    /// its address behind: whoever connects must compare the cluster's id with [#clusterIdOf].
    ///
    /// @return `host:port`; empty when none runs
    public static Optional<String> addressOf(Path folder) throws IOException {
        Path file = folder.resolve(ADDRESS);
        return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    /// The id of the cluster whose data is in a folder.
    ///
    /// @return empty when there is none
    public static Optional<String> clusterIdOf(Path folder) throws IOException {
        Path file = folder.resolve("meta.properties");
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        var meta = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            meta.load(reader);
        }
        return Optional.ofNullable(meta.getProperty("cluster.id"));
    }

    /// Where clients of this process find it.
    public String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(folder.resolve(ADDRESS));
        } catch (IOException e) {
            LOG.debug("The broker's address could not be taken away; nobody answers there any more", e);
        }
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path folder) throws IOException {
        var said = new ByteArrayOutputStream();
        try (var out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(out)
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(folder.toString())
                    .addDirectory(folder.toString())
                    .run();
        } catch (Exception e) {
            throw new IOException(
                    "the broker's folder " + folder + " cannot be made ready: " + said.toString(StandardCharsets.UTF_8),
                    e);
        }
    }

    private static Properties properties(Path folder, int port, int controllerPort) {
        var properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", Integer.toString(NODE));
        properties.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("listeners", "LOCAL://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.put("listener.security.protocol.map", "LOCAL:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("inter.broker.listener.name", "LOCAL");
        properties.put("log.dirs", folder.toString());
        properties.put("message.max.bytes", Integer.toString(IngestTopics.MAX_RECORD_BYTES));
        properties.put("replica.fetch.max.bytes", Integer.toString(IngestTopics.MAX_RECORD_BYTES));
        properties.put("auto.create.topics.enable", "false");
        // One node: nothing can be replicated.
        for (String topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            properties.put(topic + ".replication.factor", "1");
        }
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        // The usual fifty partitions of the internal topics are for clusters; here they only cost start-up and
        // memory.
        properties.put("offsets.topic.num.partitions", "4");
        properties.put("transaction.state.log.num.partitions", "4");
        properties.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024));
        properties.put("log.index.size.max.bytes", Integer.toString(1024 * 1024));
        // Nobody else may join a group here, so nobody has to be waited for.
        properties.put("group.initial.rebalance.delay.ms", "0");
        // After a hard stop the old registration must run out first: measured 19 s with the defaults, 9 s with
        // these.
        properties.put("broker.session.timeout.ms", "3000");
        properties.put("broker.heartbeat.interval.ms", "500");
        properties.put("controller.quorum.election.timeout.ms", "200");
        return properties;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
