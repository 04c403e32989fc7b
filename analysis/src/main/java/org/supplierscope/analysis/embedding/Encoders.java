package org.supplierscope.analysis.embedding;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The encoders that the program ships: the front door of this package.
///
/// Thread-safe.
public final class Encoders {

    private static final Logger LOG = LoggerFactory.getLogger(Encoders.class);

    /// Loaded once, when first asked for: 130 MB that many commands never need.
    private static final class Shipped {
        private static final Optional<Encoders> ENCODERS = open();

        private Shipped() {}
    }

    private final SentenceEncoder latin;
    private final SentenceEncoder han;

    private Encoders(SentenceEncoder latin, SentenceEncoder han) {
        this.latin = latin;
        this.han = han;
    }

    /// The encoders, for as long as the program runs.
    ///
    /// @return nothing where their runtime does not work (it is native code, and not built for
    /// every machine); the log says why, once
    public static Optional<Encoders> shipped() {
        return Shipped.ENCODERS;
    }

    private static Optional<Encoders> open() {
        try {
            return Optional.of(new Encoders(SentenceEncoder.open(Script.LATIN), SentenceEncoder.open(Script.HAN)));
        } catch (OrtException | IOException | LinkageError e) {
            LOG.warn("Sentence vectors do not work here ({}); courses are read by words alone.", e.toString());
            return Optional.empty();
        }
    }

    /// The encoder of a script.
    public SentenceEncoder of(Script script) {
        return switch (script) {
            case LATIN -> latin;
            case HAN -> han;
        };
    }

    /// How many sentences they have encoded so far, for measurements.
    public long encoded() {
        return latin.encoded() + han.encoded();
    }
}
