package org.supplierscope.deploy.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.story.Background;
import org.supplierscope.analysis.story.StorySchool;
import org.supplierscope.analysis.story.StoryTexts;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// Makes what the program knows of stories: the weights of traits and the background.
final class LabStoriesLearning {

    private static final int FOLDS = 5;

    @Option(
            names = "--learn",
            paramLabel = "DIR",
            description = "Learn the weights from labelled articles (.txt), and tell how good they are on others.")
    private @Nullable Path labelled;

    @Option(
            names = "--background",
            paramLabel = "DIR",
            description = "Count how common terms are in training passages (.txt).")
    private @Nullable Path passages;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where the weights or the background are written.")
    private @Nullable Path output;

    /// Whether anything is to be made.
    boolean asked() {
        return labelled != null || passages != null || output != null;
    }

    int run(CommandSpec spec) {
        if ((labelled == null) == (passages == null)) {
            throw new ParameterException(spec.commandLine(), "Give --learn DIR or --background DIR.");
        }
        PrintWriter err = spec.commandLine().getErr();
        try {
            List<String> lines = labelled == null
                    ? Background.of(passages).lines()
                    : learn(labelled, spec.commandLine().getOut());
            if (output != null) {
                Files.write(output, lines);
            }
            return 0;
        } catch (NoSuchFileException e) {
            err.println(e.getMessage() + ": there is no such file or folder");
        } catch (IOException e) {
            err.println(e.getMessage());
        }
        return 1;
    }

    private static List<String> learn(Path labelled, PrintWriter out) throws IOException {
        StoryTexts texts = StoryTexts.of(labelled);
        out.println(texts.articles().size() + " articles, weights " + texts.name());
        StorySchool.Taught taught = new StorySchool().teach(texts.name(), texts.articles(), FOLDS);
        taught.exams().forEach((what, exam) -> out.printf("cross-validated %-18s %s%n", what, exam));
        taught.weights().lines().forEach(out::println);
        out.flush();
        return taught.weights().lines();
    }
}
