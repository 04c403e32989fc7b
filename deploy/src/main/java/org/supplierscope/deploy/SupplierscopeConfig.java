package org.supplierscope.deploy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.supplierscope.analysis.opinion.Protocol;

/// Every setting of the service. The command line sets those that it has an option for.
@ConfigMapping(prefix = "supplierscope")
public interface SupplierscopeConfig {

    /// The folder of everything that this process keeps.
    Path data();

    /// Which roles this process plays.
    @WithDefault("ingest,analysis,search")
    Set<Role> roles();

    /// The Kafka cluster, `host:port` joined by commas; without it a broker is started in this process.
    Optional<String> bootstrapServers();

    /// Names this process among those that share its roles; must stay the same over a restart.
    @WithDefault("local-0")
    String instance();

    /// Whether the demo newsroom is served and crawled.
    @WithDefault("false")
    boolean demo();

    /// The source list, a YAML file; without it the list that is shipped.
    Optional<Path> sources();

    /// The folder of the operator's suppliers and themes; without it `catalogue` in the data folder.
    Optional<Path> catalogue();

    /// How many partitions topics get that this process creates.
    @WithDefault("2")
    int partitions();

    /// Crawling.
    Ingest ingest();

    /// Reading.
    Analysis analysis();

    /// A language model that commands ask for a second opinion, when a person wants one.
    Opinion opinion();

    /// Settings of the ingest role.
    interface Ingest {

        /// An address by which a site's owner reaches whoever runs this crawler: mail or web.
        @WithDefault("https://github.com/supplierscope/supplierscope")
        String contact();

        /// The shortest time between two polls of a source.
        @WithDefault("PT5M")
        Duration pollFloor();

        /// The longest time between two polls of a source that answers.
        @WithDefault("PT1H")
        Duration pollCeiling();

        /// How long a site is left alone between two requests when its robots.txt does not say.
        @WithDefault("PT2S")
        Duration pause();

        /// The longest pause that a robots.txt can ask for.
        @WithDefault("PT60S")
        Duration maxPause();

        /// The longest that one request may take.
        @WithDefault("PT20S")
        Duration deadline();

        /// The largest page taken, in bytes after decoding.
        @WithDefault("8388608")
        int maxPageBytes();

        /// How many sites are asked at the same time.
        @WithDefault("64")
        int parallel();

        /// How often a page is tried before it is given up.
        @WithDefault("5")
        int attempts();

        /// How many pages of archives are extracted in a second at most.
        @WithDefault("50")
        int backfillPerSecond();

        /// `host:port` pairs that may be asked although they are not on the public internet.
        Optional<List<String>> openedAddresses();

        /// Where hubs (WebSub) on the internet reach this process, such as `https://news.example`; without it,
        /// every source is polled.
        Optional<URI> publicAddress();
    }

    /// Settings of the analysis role.
    interface Analysis {

        /// How many partitions are worked on at the same time.
        @WithDefault("1")
        int threads();

        /// Whether courses are read by the meaning of sentences too, and not by words alone.
        @WithDefault("true")
        boolean meaning();
    }

    /// Settings of the second opinion. Off unless `address` and `model` are set.
    interface Opinion {

        /// The base address of the endpoint, such as `http://localhost:11434` or `https://models.example/v1`.
        Optional<String> address();

        /// How it is spoken to.
        @WithDefault("openai")
        Protocol protocol();

        /// The model's name there.
        Optional<String> model();

        /// The key, sent as a bearer token; best set in the environment.
        Optional<String> key();

        /// A file that holds the key and nothing else.
        Optional<Path> keyFile();

        /// The longest that one question may take.
        @WithDefault("PT60S")
        Duration deadline();

        /// The largest answer taken, in bytes.
        @WithDefault("262144")
        int maxAnswerBytes();

        /// The most of one article that is sent, in characters; whole sentences from the first one on.
        @WithDefault("24000")
        int maxCharacters();

        /// The most questions that one command asks in a minute.
        @WithDefault("20")
        int perMinute();

        /// Whether the endpoint may be on this machine or a private network.
        @WithDefault("true")
        boolean allowPrivate();

        /// Whether an endpoint elsewhere than on this machine may be asked without TLS.
        @WithDefault("false")
        boolean plainHttp();
    }
}
