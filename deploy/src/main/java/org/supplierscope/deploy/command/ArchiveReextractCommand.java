package org.supplierscope.deploy.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.supplierscope.deploy.command.ServiceOptions.CannotStartException;
import org.supplierscope.ingest.KafkaConnection;
import org.supplierscope.ingest.PageBackfill;
import org.supplierscope.ingest.TopicReading;
import org.supplierscope.ingest.archive.CapturedPage;
import org.supplierscope.ingest.archive.PageSelection;
import org.supplierscope.ingest.published.IngestTopics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Kept pages through the extractor of today.
@Command(
        name = "reextract",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Have the running service extract the pages that it has kept once more, as after an update.",
            "Articles that come out different get a new revision, dated as before; the others nothing."
        })
final class ArchiveReextractCommand implements Callable<Integer> {

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
        var handedOn = new AtomicLong();
        var unreadable = new AtomicLong();
        KafkaConnection connection = kafka.connect();
        try (var backfill = new PageBackfill(
                connection,
                unread -> progress.show("waiting for the ingest role", 0, unread, unread + " pages to extract"))) {
            TopicReading.read(connection, IngestTopics.PAGES.name(), (record, done, all) -> {
                progress.show("reextract", done, all, handedOn.get() + " pages");
                try {
                    if (!selection.takes(CapturedPage.fromWarc(record.value()))) {
                        return;
                    }
                } catch (IOException e) {
                    // It is among the dead letters already, and would only come there a second time.
                    unreadable.incrementAndGet();
                    return;
                }
                backfill.copy(record.key(), record.value());
                handedOn.incrementAndGet();
            });
            backfill.flush();
        }
        progress.print(handedOn.get() + " pages handed to extraction"
                + (unreadable.get() == 0 ? "" : ", " + unreadable.get() + " records left out that are no pages"));
        return 0;
    }
}
