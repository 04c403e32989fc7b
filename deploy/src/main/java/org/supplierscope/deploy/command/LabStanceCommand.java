package org.supplierscope.deploy.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.embedding.Encoders;
import org.supplierscope.analysis.stance.Exam;
import org.supplierscope.analysis.stance.StanceModel;
import org.supplierscope.analysis.stance.StanceSchool;
import org.supplierscope.analysis.stance.TrainingPassage;
import org.supplierscope.analysis.stance.TrainingPassage.TrainingTextException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Trains the model of courses and tells how good it is.
@Command(
        name = "stance",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Train the model of courses on labelled passages, and tell how often it is right on others.")
final class LabStanceCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "FILE|DIR", description = "Labelled passages (.txt) to learn from.")
    private List<Path> inputs = List.of();

    @Option(
            names = "--folds",
            defaultValue = "5",
            description = "Cross-validate in this many parts (default: 5, at least 2).")
    private int folds = 5;

    @Option(names = "--test", paramLabel = "FILE|DIR", description = "Labelled passages to examine the model by.")
    private List<Path> tests = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where the model is written.")
    private @Nullable Path output;

    @Option(names = "--model", paramLabel = "FILE", description = "Examine this model instead of learning one.")
    private @Nullable Path given;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (inputs.isEmpty() == (given == null)) {
            throw new ParameterException(
                    spec.commandLine(), "Give passages to learn from, or --model FILE with --test passages.");
        }
        if (folds < 2) {
            throw new ParameterException(spec.commandLine(), "--folds is at least 2, not " + folds + ".");
        }
        try {
            run(spec.commandLine().getOut());
            return 0;
        } catch (TrainingTextException e) {
            spec.commandLine().getErr().println(e.getMessage());
        } catch (NoSuchFileException e) {
            spec.commandLine().getErr().println(e.getMessage() + ": there is no such file or folder");
        } catch (IOException e) {
            spec.commandLine().getErr().println("cannot be read or written: " + e.getMessage());
        }
        return 1;
    }

    private void run(PrintWriter out) throws IOException, TrainingTextException {
        var school = new StanceSchool(Encoders.shipped());
        StanceModel model;
        if (given == null) {
            MessageDigest digest = digest();
            List<TrainingPassage> passages = passages(inputs, digest);
            String name =
                    "senses-3-" + HexFormat.of().formatHex(digest.digest()).substring(0, 8);
            out.println(passages.size() + " passages, model " + name);
            StanceSchool.Taught taught = school.teach(name, passages, folds);
            print("words alone", taught.wordsOnly(), out);
            print("cross-validated", taught.exams(), out);
            model = taught.model();
        } else {
            try (InputStream from = Files.newInputStream(given)) {
                model = StanceModel.read(from);
            }
            out.println("model " + model.name());
        }
        print("test", school.examine(model, passages(tests, digest())), out);
        if (output != null) {
            try (OutputStream to = Files.newOutputStream(output)) {
                model.write(to);
            }
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void print(String what, Map<String, Exam> exams, PrintWriter out) {
        exams.forEach((language, exam) -> out.printf("%-16s %-8s %s%n", what, language, exam));
        out.flush();
    }

    private static List<TrainingPassage> passages(List<Path> inputs, MessageDigest digest)
            throws IOException, TrainingTextException {
        List<TrainingPassage> passages = new ArrayList<>();
        for (Path input : inputs) {
            try (Stream<Path> walk = Files.walk(input)) {
                for (Path file : walk.filter(each -> Files.isRegularFile(each))
                        .filter(each -> each.toString().endsWith(".txt"))
                        .sorted()
                        .toList()) {
                    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
                    digest.update(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
                    passages.addAll(TrainingPassage.read(file.toString(), lines));
                }
            }
        }
        return passages;
    }
}
