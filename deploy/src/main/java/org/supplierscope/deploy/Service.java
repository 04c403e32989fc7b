package org.supplierscope.deploy;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.supplierscope.analysis.AnalysisStage;
import org.supplierscope.analysis.catalogue.Catalogue;
import org.supplierscope.analysis.catalogue.CatalogueFolder;
import org.supplierscope.analysis.catalogue.CatalogueWatch;
import org.supplierscope.analysis.published.AnalysisTopics;
import org.supplierscope.analysis.stance.StanceReader;
import org.supplierscope.deploy.broker.EmbeddedBroker;
import org.supplierscope.deploy.broker.TopicSetup;
import org.supplierscope.deploy.newsroom.Newsroom;
import org.supplierscope.ingest.IngestStage;
import org.supplierscope.ingest.KafkaConnection;
import org.supplierscope.ingest.crawl.CrawlSettings;
import org.supplierscope.ingest.fetch.FetchSettings;
import org.supplierscope.ingest.published.IngestTopics;
import org.supplierscope.ingest.source.PollSchedule;
import org.supplierscope.ingest.source.Source;
import org.supplierscope.ingest.source.SourceList;
import org.supplierscope.ingest.source.SourceListException;
import org.supplierscope.search.SearchStage;
import org.supplierscope.search.web.SearchGate;

/// The running service: starts what the roles need, in the order in which data flows against it, and stops it
/// the other
/// way round.
@Singleton
public class Service implements QuarkusApplication {

    private static final Logger LOG = Logger.getLogger(Service.class);

    private static final Duration CATALOGUE_LOOKS = Duration.ofSeconds(1);

    private final SupplierscopeConfig config;
    private final Database database;
    private final SearchGate gate;
    private final Readiness readiness;
    private final HubRoute hubs;
    private final Clock clock;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    /// @param config every setting
    /// @param database used by the ingest role only
    /// @param gate where HTTP requests find search
    /// @param readiness told when everything is up
    /// @param hubs where hubs call
    /// @param clock of the process
    public Service(
            SupplierscopeConfig config,
            Database database,
            SearchGate gate,
            Readiness readiness,
            HubRoute hubs,
            Clock clock) {
        this.config = config;
        this.database = database;
        this.gate = gate;
        this.readiness = readiness;
        this.hubs = hubs;
        this.clock = clock;
    }

    @Override
    public int run(String... arguments) throws Exception {
        start();
        Quarkus.waitForExit();
        return 0;
    }

    /// Stops what was started. On a signal, Quarkus ends the process as soon as the observers of this event are
    /// done, and does not wait for [#run]: whatever is not stopped here is cut off.
    void stop(@Observes ShutdownEvent event) {
        stop();
    }

    private void start() throws IOException, SourceListException {
        String brokers = config.bootstrapServers().orElse(null);
        if (brokers == null) {
            EmbeddedBroker broker = closing(EmbeddedBroker.start(config.data().resolve("kafka")));
            brokers = broker.bootstrapServers();
        }
        List<CompletableFuture<Void>> ready = new ArrayList<>();
        try (var topics = new TopicSetup(brokers)) {
            topics.ensure(IngestTopics.ALL, config.partitions());
            topics.ensure(AnalysisTopics.ALL, config.partitions());
            topics.ensure(
                    List.of(AnalysisTopics.ARTICLES_REREAD),
                    topics.describe(IngestTopics.ARTICLES).partitions());
            if (config.roles().contains(Role.SEARCH)) {
                ready.add(search(brokers, topics));
            }
            if (config.roles().contains(Role.ANALYSIS)) {
                ready.add(analysis(brokers, topics));
            }
        }
        if (config.roles().contains(Role.INGEST)) {
            ingest(brokers);
        }
        CompletableFuture.allOf(ready.toArray(CompletableFuture[]::new)).join();
        readiness.up();
        LOG.infof("Ready roles=%s", Role.join(config.roles()));
        tell();
    }

    /// What the person who started it wants to know, on standard output.
    private void tell() {
        if (!config.roles().contains(Role.SEARCH)) {
            System.out.println("Supplierscope is ready (" + Role.join(config.roles()) + "). Ctrl-C stops it.");
            return;
        }
        // Port 0 has been replaced by the real one, which is why the configuration is asked again.
        var http = ConfigProvider.getConfig();
        String host = http.getValue("quarkus.http.host", String.class);
        int port = http.getValue("quarkus.http.port", Integer.class);
        boolean everywhere = host.equals("0.0.0.0") || host.equals("127.0.0.1");
        System.out.println("Supplierscope is ready: http://" + (everywhere ? "localhost" : host) + ":" + port
                + "/  (Ctrl-C stops it)");
    }

    private CompletableFuture<Void> search(String brokers, TopicSetup topics) throws IOException {
        String identity = topics.clusterId() + "/"
                + topics.describe(AnalysisTopics.INSIGHTS).id();
        SearchStage stage = closing(new SearchStage(config.data().resolve("index"), brokers, identity));
        stage.start();
        gate.open(stage);
        return stage.ready();
    }

    private CompletableFuture<Void> analysis(String brokers, TopicSetup topics) throws IOException {
        var folder = new CatalogueFolder(
                config.catalogue().orElseGet(() -> config.data().resolve("catalogue")));
        folder.prepare();
        Catalogue catalogue = folder.read();
        Function<Catalogue, StanceReader> readers =
                config.analysis().meaning() ? StanceReader::new : StanceReader::byWords;
        var reader = new AtomicReference<>(readers.apply(catalogue));
        CatalogueWatch watch =
                closing(new CatalogueWatch(folder, catalogue, changed -> reader.set(readers.apply(changed))));
        readiness.asksForNotes(watch::troubles);
        watch.start(CATALOGUE_LOOKS);
        int partitions = topics.describe(IngestTopics.ARTICLES).partitions();
        AnalysisStage stage = closing(new AnalysisStage(
                brokers,
                config.instance(),
                config.data().resolve("streams"),
                config.analysis().threads(),
                partitions,
                reader::get));
        readiness.asks(stage::troubles);
        stage.start();
        return stage.ready();
    }

    private void ingest(String brokers) throws IOException, SourceListException {
        SupplierscopeConfig.Ingest ingest = config.ingest();
        Set<String> opened = new LinkedHashSet<>(ingest.openedAddresses().orElse(List.of()));
        List<Source> sources;
        if (config.demo()) {
            Newsroom newsroom = closing(Newsroom.open(config.data().resolve("newsroom.properties"), clock));
            sources = newsroom.sources();
            opened.addAll(newsroom.authorities());
        } else {
            Path list = config.sources().orElse(null);
            sources = list == null ? ShippedSources.read(config.data()) : SourceList.read(list);
        }
        IngestStage stage = closing(new IngestStage(
                new CrawlSettings(
                        new PollSchedule(ingest.pollFloor(), ingest.pollCeiling()),
                        ingest.pause(),
                        ingest.maxPause(),
                        ingest.parallel(),
                        ingest.attempts()),
                new FetchSettings(ingest.contact(), ingest.deadline(), ingest.maxPageBytes()),
                opened,
                sources,
                database.dataSource(),
                database.exclusive(),
                new KafkaConnection(brokers, config.instance()),
                ingest.backfillPerSecond(),
                ingest.publicAddress().orElse(null),
                clock));
        readiness.asks(() -> stage.health().troubles());
        stage.start();
        hubs.open(stage.hubCalls());
    }

    private synchronized <T extends AutoCloseable> T closing(T part) {
        started.push(part);
        return part;
    }

    private synchronized void stop() {
        readiness.down();
        while (!started.isEmpty()) {
            AutoCloseable part = started.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.warnf(e, "%s did not stop cleanly", part.getClass().getSimpleName());
            }
        }
    }
}
