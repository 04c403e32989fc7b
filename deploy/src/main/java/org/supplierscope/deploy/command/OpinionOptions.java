package org.supplierscope.deploy.command;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.opinion.Opinion;
import org.supplierscope.analysis.opinion.Opinion.Cited;
import org.supplierscope.analysis.opinion.RefusalKind;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.deploy.SupplierscopeConfig;
import org.supplierscope.deploy.SystemClock;
import org.supplierscope.deploy.opinion.SecondOpinion;
import picocli.CommandLine.Option;

/// The wish for a second opinion, and how one is shown. Nothing is read, made or asked unless it
/// is wished for.
final class OpinionOptions {

    private static final String PREFIX = "supplierscope.opinion";

    @Option(
            names = "--second-opinion",
            description =
                    "Also ask the language model that supplierscope.opinion.* names (see deploy/docs/operations.md);"
                            + " what it says is shown beside the label and changes nothing.")
    boolean wanted;

    /// What a language model says of one supplier, as JSON.
    ///
    /// @param model whose word it is
    /// @param stance the course that it reads
    /// @param agrees whether that is our label
    /// @param sentences of the article, on which it rests
    /// @param sentencesRead how many it was given, from the first one on
    /// @param sentencesOf how many there are
    record ModelsWord(
            String model, Stance stance, boolean agrees, List<Cited> sentences, int sentencesRead, int sentencesOf) {

        /// Null where the model was not asked about the supplier.
        static @Nullable ModelsWord of(Opinion.Given given, String supplier, Stance ours) {
            return given.said(supplier)
                    .map(said -> new ModelsWord(
                            given.model(),
                            said.stance(),
                            said.stance() == ours,
                            said.sentences(),
                            given.read(),
                            given.of()))
                    .orElse(null);
        }
    }

    /// Somebody to ask, by the settings of the environment.
    SecondOpinion open() {
        Clock clock = new SystemClock().clock();
        try {
            // Without interceptors: a key is taken as it stands, whatever looks like an expression in it.
            SmallRyeConfig config = new SmallRyeConfigBuilder()
                    .addDefaultSources()
                    .addDiscoveredConverters()
                    .withMapping(SupplierscopeConfig.Opinion.class, PREFIX)
                    .build();
            return new SecondOpinion(config.getConfigMapping(SupplierscopeConfig.Opinion.class, PREFIX), clock);
        } catch (ConfigValidationException e) {
            String problems = IntStream.range(0, e.getProblemCount())
                    .mapToObj(i -> e.getProblem(i).getMessage())
                    .collect(Collectors.joining("; "));
            return SecondOpinion.unusable(new Opinion.Refused(RefusalKind.BAD_SETTING, problems), clock);
        }
    }
}
