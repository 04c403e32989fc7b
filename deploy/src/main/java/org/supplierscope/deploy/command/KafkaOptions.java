package org.supplierscope.deploy.command;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.supplierscope.deploy.broker.EmbeddedBroker;
import org.supplierscope.deploy.broker.TopicSetup;
import org.supplierscope.deploy.command.ServiceOptions.CannotStartException;
import org.supplierscope.ingest.KafkaConnection;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How a command reaches the topics: those of the service that runs on this machine, or of a Kafka cluster.
final class KafkaOptions {

    private static final int CONNECT_MILLIS = 2000;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec command;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data folder of the running service (or set SUPPLIERSCOPE_DATA;"
                    + " default: that of `run`, ~/.supplierscope/run).")
    private @Nullable Path data;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT,…",
            description = "The Kafka cluster of the service, if it has one of its own.")
    private @Nullable String bootstrapServers;

    /// The data folder: also of a service that uses a cluster, where commands keep what they must remember.
    Path folder() {
        return ServiceOptions.dataFolder(data, "run", command);
    }

    /// Finds the broker.
    ///
    /// @throws CannotStartException when there is none; the message says what to do
    KafkaConnection connect() throws CannotStartException {
        if (bootstrapServers != null) {
            return new KafkaConnection(bootstrapServers, "command");
        }
        Path kafka = folder().resolve("kafka");
        try {
            String address = EmbeddedBroker.addressOf(kafka).orElse("");
            String clusterId = EmbeddedBroker.clusterIdOf(kafka).orElse("");
            if (answers(address) && clusterId.equals(clusterIdAt(address))) {
                return new KafkaConnection(address, "command");
            }
        } catch (IOException | KafkaException e) {
            throw none(" (" + e.getMessage() + ")");
        }
        throw none("");
    }

    private CannotStartException none(String why) {
        return new CannotStartException("No service with a broker of its own runs on the data folder " + folder() + why
                + ". Start one with `supplierscope run`, choose its folder with --data DIR, or name the Kafka cluster"
                + " with --bootstrap-servers.");
    }

    private static String clusterIdAt(String address) {
        try (var topics = new TopicSetup(address)) {
            return topics.clusterId();
        }
    }

    /// Whether anybody listens there: asked before Kafka's client is, which tries for half a minute.
    private static boolean answers(String address) {
        int colon = address.lastIndexOf(':');
        if (colon < 0) {
            return false;
        }
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))),
                    CONNECT_MILLIS);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
