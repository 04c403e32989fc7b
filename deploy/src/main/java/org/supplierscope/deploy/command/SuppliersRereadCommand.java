package org.supplierscope.deploy.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.supplierscope.analysis.ArticleReread;
import org.supplierscope.deploy.command.ServiceOptions.CannotStartException;
import org.supplierscope.ingest.KafkaConnection;
import org.supplierscope.ingest.TopicReading;
import org.supplierscope.ingest.published.IngestTopics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Articles through the reader and the catalogue of today.
@Command(
        name = "reread",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Have the running service read the articles that it has once more, as after a change of the catalogue.",
            "News that come in go first. Each article keeps its story; what was told of it is replaced."
        })
final class SuppliersRereadCommand implements Callable<Integer> {

    @Option(
            names = "--containing",
            paramLabel = "TEXT",
            description = "Only articles with this text in them, in any capitals; may be given more than once.")
    private List<String> containing = List.of();

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws CannotStartException, IOException {
        List<String> wanted =
                containing.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
        var progress = new ProgressLine(spec.commandLine().getErr());
        var handedOn = new AtomicLong();
        KafkaConnection connection = kafka.connect();
        try (var reread = new ArticleReread(connection.bootstrapServers())) {
            TopicReading.read(connection, IngestTopics.ARTICLES.name(), (record, done, all) -> {
                progress.show("reread", done, all, handedOn.get() + " articles");
                if (record.value() != null && isWanted(record.value(), wanted)) {
                    reread.put(record.partition(), record.key(), record.value());
                    handedOn.incrementAndGet();
                }
            });
            reread.flush();
        }
        progress.print(handedOn.get() + " articles handed to analysis, which reads them behind the news of today");
        return 0;
    }

    private static boolean isWanted(byte[] article, List<String> wanted) {
        if (wanted.isEmpty()) {
            return true;
        }
        String text = new String(article, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        return wanted.stream().anyMatch(text::contains);
    }
}
