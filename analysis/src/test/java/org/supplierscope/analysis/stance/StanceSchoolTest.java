package org.supplierscope.analysis.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.supplierscope.analysis.embedding.Encoders;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.analysis.stance.TrainingPassage.TrainingTextException;

/// The training texts, which are in the sources and not in the program, and what is learned from them.
class StanceSchoolTest {

    private static final Path TEXTS = Path.of("src/training");

    private static List<TrainingPassage> passages(String folder) throws IOException, TrainingTextException {
        List<TrainingPassage> passages = new ArrayList<>();
        try (Stream<Path> files = Files.list(TEXTS.resolve(folder))) {
            for (Path file : files.sorted().toList()) {
                passages.addAll(
                        TrainingPassage.read(file.toString(), Files.readAllLines(file, StandardCharsets.UTF_8)));
            }
        }
        return passages;
    }

    @Test
    void readsTextsThatItWasNotTaught() throws Exception {
        Exam exam = Objects.requireNonNull(new StanceSchool(Encoders.shipped())
                .examine(StanceModel.shipped(), passages("test"))
                .get("all"));

        // Always NONE has .34 here, the rules alone .58.
        assertThat(exam.accuracy()).as(exam.toString()).isGreaterThan(0.8);
        assertThat(Stance.values())
                .allSatisfy(label -> assertThat(exam.f1(label)).isGreaterThan(0.6));
    }

    @Test
    void shipsTheModelOfTheseTexts() throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        try (Stream<Path> files = Files.list(TEXTS.resolve("stance"))) {
            for (Path file : files.sorted().toList()) {
                digest.update(String.join("\n", Files.readAllLines(file, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
            }
        }

        // A change of the texts wants a new model: ./supplierscope lab stance -o ...
        assertThat(StanceModel.shipped().name())
                .endsWith(HexFormat.of().formatHex(digest.digest()).substring(0, 8));
    }

    @Test
    void learnsFromEachPassageAndExaminesItByModelsThatDidNot() throws Exception {
        List<TrainingPassage> some = passages("test");

        StanceSchool.Taught taught = new StanceSchool(Encoders.shipped()).teach("some", some, 2);

        Exam left = Objects.requireNonNull(taught.exams().get("all"));
        Exam seen = Objects.requireNonNull(new StanceSchool(Encoders.shipped())
                .examine(taught.model(), some)
                .get("all"));
        assertThat(taught.model().name()).isEqualTo("some");
        assertThat(seen.accuracy()).as("%s, left out %s", seen, left).isGreaterThan(left.accuracy());
        assertThat(left.accuracy()).isGreaterThan(0.45);
    }

    @Test
    void seesAPassageFromEachSupplierThatItNames() throws Exception {
        List<TrainingPassage> passages = TrainingPassage.read(
                "own.txt",
                List.of("# en wire own", "[A] builds a second hall. | A:B", "It leaves jobbing work to [B].", ""));

        var cases = passages.getFirst().cases(new Parser(), Optional.empty());

        assertThat(cases).extracting(TrainingPassage.Case::stance).containsExactly(Stance.BREADTH, Stance.NONE);
        assertThat(cases.getFirst().lessons()).hasSize(2);
    }

    @Test
    void namesTheLineOfALabelThatItCannotRead() {
        assertThatThrownBy(() -> TrainingPassage.read("own.txt", List.of("# en wire own", "[A] grows. | A:X")))
                .isInstanceOf(TrainingTextException.class)
                .hasMessageContaining("own.txt, line 2");
    }

    @Test
    void looksThroughTheNameOfASupplier() throws Exception {
        List<String> one = List.of("# en wire own", "[A] doubles what it grinds, as [B] does not. | A:B");
        List<String> other = List.of("# en wire own", "[D] doubles what it grinds, as [C] does not. | D:B");

        var seen = TrainingPassage.read("one", one).getFirst().cases(new Parser(), Optional.empty());
        var seenOther = TrainingPassage.read("other", other).getFirst().cases(new Parser(), Optional.empty());

        assertThat(seen.getFirst().lessons().getFirst().traits())
                .usingRecursiveComparison()
                .isEqualTo(seenOther.getLast().lessons().getFirst().traits());
    }
}
