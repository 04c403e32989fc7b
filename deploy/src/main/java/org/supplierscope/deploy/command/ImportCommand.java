package org.supplierscope.deploy.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.supplierscope.deploy.SystemClock;
import org.supplierscope.deploy.command.ServiceOptions.CannotStartException;
import org.supplierscope.ingest.KafkaConnection;
import org.supplierscope.ingest.PageBackfill;
import org.supplierscope.ingest.TopicReading;
import org.supplierscope.ingest.archive.ImportLedger;
import org.supplierscope.ingest.archive.ImportTally;
import org.supplierscope.ingest.archive.KnownSites;
import org.supplierscope.ingest.archive.KnownSites.Site;
import org.supplierscope.ingest.archive.PageImport;
import org.supplierscope.ingest.archive.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Old news from WARC files.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Import the pages of WARC files, of this program or of any crawler, into the running service.",
            "Each page keeps the date of its capture. An import that was stopped goes on where it was when the same"
                    + " command is given again."
        })
final class ImportCommand implements Callable<Integer> {

    /// A file full of damage would fill the terminal; the count at the end tells the rest.
    private static final int DAMAGE_SHOWN = 50;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "WARC files: .warc.gz or .warc.")
    private List<Path> files = List.of();

    @Option(
            names = "--source",
            paramLabel = "ID|NAME",
            description =
                    "The source that all pages belong to. Without it: the source on whose site a page is, else the"
                            + " one that its record names, else its host.")
    private @Nullable String source;

    @Option(names = "--again", description = "Also import files that were imported before, from their beginning.")
    private boolean again;

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws CannotStartException, IOException {
        PrintWriter err = spec.commandLine().getErr();
        var progress = new ProgressLine(err);
        KafkaConnection connection = kafka.connect();
        boolean failed = false;
        try (var backfill = new PageBackfill(
                connection,
                unread -> progress.show("waiting for the ingest role", 0, unread, unread + " pages to extract"))) {
            String clusterId = backfill.clusterId();
            var pages = new PageImport(sites(connection, err), new SystemClock().clock());
            for (Path file : files) {
                try {
                    failed |= !imported(file, clusterId, pages, backfill, progress);
                } catch (PageBackfill.NotStoredException e) {
                    progress.print(file + ": " + e.getMessage()
                            + ". The same command goes on from here when the broker answers again.");
                    return 1;
                } catch (NoSuchFileException e) {
                    progress.print(file + ": there is no such file");
                    failed = true;
                } catch (IOException e) {
                    progress.print(file + ": cannot be imported: " + e.getMessage());
                    failed = true;
                }
            }
        }
        return failed ? 1 : 0;
    }

    private KnownSites sites(KafkaConnection connection, PrintWriter err) throws IOException {
        List<Site> known = TopicReading.sources(connection);
        if (source == null) {
            return KnownSites.of(known);
        }
        for (Site site : known) {
            if (site.id().equals(source) || site.name().equalsIgnoreCase(source)) {
                return KnownSites.only(site);
            }
        }
        String id =
                source.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        err.println("No source here is called '" + source + "'; its articles will bear that name all the same.");
        return KnownSites.only(new Site(id.isEmpty() ? "import" : id, source, null, null));
    }

    /// @return whether all of it was sound
    private boolean imported(
            Path file, String clusterId, PageImport pages, PageBackfill backfill, ProgressLine progress)
            throws IOException {
        if (Files.isDirectory(file)) {
            progress.print(file + ": is a folder; name the files in it");
            return false;
        }
        try (ImportLedger ledger = ImportLedger.take(kafka.folder().resolve("imports"), file, clusterId)) {
            if (ledger.whole() && !again) {
                progress.print(file + ": was imported before; --again imports it once more");
                return true;
            }
            Place from = ledger.whole() || again ? Place.START : ledger.place();
            if (!from.equals(Place.START)) {
                progress.print(file + ": goes on at " + from);
            }
            var listener = new Listener(file, ledger, progress);
            ImportTally tally = pages.run(file, from, backfill, listener);
            ledger.note(ledger.place(), true);
            progress.print(file + ": " + String.join(", ", tally.told()));
            if (tally.empty() && from.equals(Place.START)) {
                progress.print(file + ": no WARC record was found in it");
                return false;
            }
            return tally.broken() == 0;
        }
    }

    /// Tells the person at the keyboard and the ledger how it goes.
    private static final class Listener implements PageImport.Listener {

        private final Path file;
        private final ImportLedger ledger;
        private final ProgressLine progress;
        private int damage;

        Listener(Path file, ImportLedger ledger, ProgressLine progress) {
            this.file = file;
            this.ledger = ledger;
            this.progress = progress;
        }

        @Override
        public void broken(Place place, String reason) {
            damage++;
            if (damage <= DAMAGE_SHOWN) {
                progress.print(file + ", " + place + ": " + reason);
            } else if (damage == DAMAGE_SHOWN + 1) {
                progress.print(file + ": more is broken; it is counted and not shown");
            }
        }

        @Override
        public void progress(Place place, long size, ImportTally tally) {
            progress.show(String.valueOf(file.getFileName()), place.position(), size, tally.pages() + " pages");
        }

        @Override
        public void safe(Place place) throws IOException {
            ledger.note(place, false);
        }
    }
}
