package org.supplierscope.deploy.command;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.catalogue.CatalogueFolder;
import org.supplierscope.deploy.Role;
import org.supplierscope.deploy.command.ServiceOptions.CannotStartException;
import org.supplierscope.ingest.source.SourceList;
import org.supplierscope.ingest.source.SourceListException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The product for real: it reads the world.
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Crawl the sources of the source list, analyse, index and serve.",
            "Keeps its data in ~/.supplierscope/run unless told otherwise."
        })
final class RunCommand implements Callable<Integer> {

    @Mixin
    private final ServiceOptions options = new ServiceOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Option(
            names = "--sources",
            paramLabel = "FILE",
            description = "Source list (YAML). Default: sources.yaml in the data folder, put there at the first start.")
    private @Nullable Path sources;

    @Option(
            names = "--catalogue",
            paramLabel = "DIR",
            description =
                    "Folder of your own suppliers and themes (YAML), noticed when they change. Default: `catalogue`"
                            + " in the data folder, made at the first start.")
    private @Nullable Path catalogue;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (default: ${DEFAULT-VALUE}; 0.0.0.0 for every network).")
    private String host = "127.0.0.1";

    @Option(
            names = "--target",
            paramLabel = "ROLES",
            defaultValue = "all",
            description = "all, or one or several of ingest, analysis, search joined by commas (default: all).")
    private String target = "all";

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT,…",
            description = "The Kafka cluster to use. Without it, a broker is started in this process.")
    private @Nullable String bootstrapServers;

    @Option(
            names = "--instance",
            paramLabel = "NAME",
            defaultValue = "local-0",
            description =
                    "Names this process among those with the same role; keep it over restarts (default: ${DEFAULT-VALUE}).")
    private String instance = "local-0";

    @Option(
            names = "--database-url",
            paramLabel = "JDBC-URL",
            description =
                    "PostgreSQL, such as jdbc:postgresql://host/supplierscope (or set SUPPLIERSCOPE_DATABASE_URL)."
                            + " Needed by the ingest role unless every role runs in this process.")
    private @Nullable String databaseUrl;

    @Option(
            names = "--database-user",
            paramLabel = "NAME",
            description = "Its user; the password is read from SUPPLIERSCOPE_DATABASE_PASSWORD.")
    private @Nullable String databaseUser;

    @Option(
            names = "--open-address",
            paramLabel = "HOST:PORT,…",
            split = ",",
            description =
                    "Addresses that may be crawled although they are not on the public internet, such as a site of"
                            + " your own. Everything else that is private is refused.")
    private List<String> openAddresses = List.of();

    @Option(
            names = "--public-address",
            paramLabel = "URL",
            description =
                    "Where the internet reaches this process, such as https://news.example. Feeds that offer a hub"
                            + " (WebSub) are then subscribed to; without it they are polled.")
    private @Nullable URI publicAddress;

    @Override
    public Integer call() throws CannotStartException, SourceListException {
        Set<Role> roles = roles();
        boolean all = roles.equals(EnumSet.allOf(Role.class));
        if (!all && bootstrapServers == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--target=" + target
                            + " needs --bootstrap-servers: a role on its own meets the others on a Kafka cluster.");
        }
        database(roles, all);
        if (bootstrapServers != null) {
            ServiceOptions.set("supplierscope.bootstrap-servers", bootstrapServers);
        }
        for (String open : openAddresses) {
            if (!open.matches("\\S+:\\d{1,5}")) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--open-address takes HOST:PORT, such as 10.0.0.5:8080, not '" + open + "'.");
            }
        }
        if (!openAddresses.isEmpty()) {
            ServiceOptions.set("supplierscope.ingest.opened-addresses", String.join(",", openAddresses));
        }
        if (publicAddress != null) {
            ServiceOptions.set("supplierscope.ingest.public-address", checked(publicAddress));
        }
        ServiceOptions.set("supplierscope.instance", instance);
        Path folder = options.dataFolder("run");
        if (sources != null) {
            ServiceOptions.set("supplierscope.sources", sources.toAbsolutePath().toString());
        }
        Path list = sources != null ? sources : folder.resolve("sources.yaml");
        if (roles.contains(Role.INGEST) && (sources != null || Files.exists(list))) {
            // Before anything is started, so that a slip in the list is told in one line.
            SourceList.read(list);
        }
        if (catalogue != null) {
            ServiceOptions.set(
                    "supplierscope.catalogue", catalogue.toAbsolutePath().toString());
        }
        if (roles.contains(Role.ANALYSIS)) {
            var _ = new CatalogueFolder(catalogue != null ? catalogue : folder.resolve("catalogue")).read();
        }
        return options.serve(folder, roles, host);
    }

    private Set<Role> roles() {
        try {
            return Role.parse(target);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--target: " + e.getMessage());
        }
    }

    private String checked(URI address) {
        boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        if (!web || address.getHost() == null || address.getQuery() != null || address.getFragment() != null) {
            throw new ParameterException(
                    spec.commandLine(), "--public-address must be like https://news.example, not '" + address + "'");
        }
        return address.toString().replaceFirst("/+$", "");
    }

    private void database(Set<Role> roles, boolean all) {
        String url = databaseUrl != null ? databaseUrl : System.getenv("SUPPLIERSCOPE_DATABASE_URL");
        if (url != null && !url.isBlank()) {
            if (!url.startsWith("jdbc:postgresql:")) {
                throw new ParameterException(
                        spec.commandLine(), "--database-url must begin with jdbc:postgresql: and not be '" + url + "'");
            }
            if (roles.contains(Role.INGEST)) {
                ServiceOptions.set("quarkus.datasource.pg.active", "true");
                ServiceOptions.set("quarkus.datasource.pg.jdbc.url", url);
                if (databaseUser != null) {
                    ServiceOptions.set("quarkus.datasource.pg.username", databaseUser);
                }
            }
        } else if (all) {
            ServiceOptions.set("quarkus.datasource.embedded.active", "true");
        } else if (roles.contains(Role.INGEST)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--target=" + target
                            + " needs --database-url: crawlers that run apart share a PostgreSQL database.");
        }
    }
}
