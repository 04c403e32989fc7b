package org.supplierscope.deploy.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.supplierscope.deploy.SystemClock;
import org.supplierscope.deploy.command.ServiceOptions.CannotStartException;
import org.supplierscope.ingest.KafkaConnection;
import org.supplierscope.ingest.TopicReading;
import org.supplierscope.ingest.archive.ArchiveWriter;
import org.supplierscope.ingest.archive.CapturedPage;
import org.supplierscope.ingest.archive.PageSelection;
import org.supplierscope.ingest.published.IngestTopics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Kept pages to WARC files.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Write the pages that the running service has kept to WARC 1.1 files.",
            "A file bears its name only when it is whole."
        })
final class ArchiveExportCommand implements Callable<Integer> {

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE|DIR",
            description = "A file ending in .warc.gz or .warc, or a folder that gets files of a limited size.")
    private @Nullable Path output;

    @Option(
            names = "--max-megabytes",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Size after which a folder gets its next file (default: ${DEFAULT-VALUE}).")
    private int maxMegabytes = 1000;

    @Option(names = "--force", description = "Replace the file if there is one.")
    private boolean force;

    @Mixin
    private final PageSelectionOptions pages = new PageSelectionOptions();

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws CannotStartException, IOException {
        PageSelection selection = pages.selection();
        var progress = new ProgressLine(spec.commandLine().getErr());
        var written = new AtomicLong();
        var unreadable = new AtomicLong();
        // The output is looked at first, so that a slip is told at once.
        try (ArchiveWriter writer = writer()) {
            KafkaConnection connection = kafka.connect();
            String wanted = selection.sourceId();
            if (wanted != null
                    && TopicReading.sources(connection).stream()
                            .noneMatch(site -> site.id().equals(wanted))) {
                progress.print("there is no source '" + wanted + "'; `supplierscope sources list --all` names them.");
                return 1;
            }
            TopicReading.read(connection, IngestTopics.PAGES.name(), (record, done, all) -> {
                progress.show("export", done, all, written.get() + " pages");
                CapturedPage page;
                try {
                    page = CapturedPage.fromWarc(record.value());
                } catch (IOException e) {
                    unreadable.incrementAndGet();
                    progress.print(record.topic() + "-" + record.partition() + "@" + record.offset() + " is no page: "
                            + e.getMessage());
                    return;
                }
                if (selection.takes(page)) {
                    writer.write(page);
                    written.incrementAndGet();
                }
            });
            List<Path> files = writer.finish();
            progress.print(written.get() + " pages written to "
                    + (files.isEmpty()
                            ? "no file"
                            : String.join(
                                    ", ", files.stream().map(Path::toString).toList())));
        } catch (FileAlreadyExistsException e) {
            progress.print(e.getMessage() + " is there already; --force replaces it.");
            return 1;
        }
        return unreadable.get() == 0 ? 0 : 1;
    }

    private ArchiveWriter writer() throws IOException {
        if (output == null || maxMegabytes < 1) {
            throw new ParameterException(spec.commandLine(), "--max-megabytes must be at least 1.");
        }
        var clock = new SystemClock().clock();
        String name = String.valueOf(output.getFileName());
        return !Files.isDirectory(output) && (name.endsWith(".warc.gz") || name.endsWith(".warc"))
                ? ArchiveWriter.toFile(output, force, clock)
                : ArchiveWriter.toFolder(output, maxMegabytes * 1_000_000L, clock);
    }
}
