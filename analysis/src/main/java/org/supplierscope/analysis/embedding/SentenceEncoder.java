package org.supplierscope.analysis.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.supplierscope.analysis.embedding.WordPieces.Piece;

/// One model of BERT's family that gives a sentence a vector: BGE small (Xiao et al., 2023; MIT
/// licence), its weights in eight bits, run by ONNX Runtime on one thread.
///
/// Thread-safe. The same text gives the same vectors on the same kind of processor; another kind
/// may round differently in the third digit.
public final class SentenceEncoder {

    /// Of pieces. Sentences beyond it are tables and lists; the time grows with the square.
    private static final int LONGEST = 158;

    private final Script script;
    private final WordPieces pieces;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final LongAdder encoded = new LongAdder();

    private SentenceEncoder(Script script, WordPieces pieces, OrtEnvironment environment, OrtSession session) {
        this.script = script;
        this.pieces = pieces;
        this.environment = environment;
        this.session = session;
    }

    /// Loads the model of a script from the class path; some tenths of a second, some 60 MB.
    ///
    /// @throws IOException when its files are missing or cannot be read
    /// @throws OrtException when the runtime refuses it
    static SentenceEncoder open(Script script) throws IOException, OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (InputStream model = resource(script.model() + ".onnx");
                InputStream words = resource(script.model() + "-tokenizer.json");
                var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // The arena would keep what the longest sentence ever needed.
            options.setCPUArenaAllocator(false);
            return new SentenceEncoder(
                    script,
                    WordPieces.read(words),
                    environment,
                    environment.createSession(model.readAllBytes(), options));
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream stream = SentenceEncoder.class.getResourceAsStream("/" + name);
        if (stream == null) {
            throw new IOException(name + " is not in the program");
        }
        return stream;
    }

    /// Encodes a sentence.
    ///
    /// @param text any text; what is beyond 158 pieces of words is left out
    /// @param names spans whose vectors are wanted apart
    /// @throws IllegalStateException when the runtime fails, which no text should make it
    public Encoding encode(String text, List<Span> names) {
        encoded.increment();
        List<Piece> words = pieces.of(text, LONGEST);
        int length = words.size() + 2;
        long[] ids = new long[length];
        ids[0] = pieces.id("[CLS]");
        ids[length - 1] = pieces.id("[SEP]");
        boolean[] named = new boolean[length];
        for (int i = 0; i < words.size(); i++) {
            Piece piece = words.get(i);
            ids[i + 1] = piece.id();
            named[i + 1] = names.stream().anyMatch(each -> each.holds(piece.start()));
        }
        return encoding(states(ids), named);
    }

    /// How many sentences it has encoded so far.
    long encoded() {
        return encoded.sum();
    }

    private float[] states(long[] ids) {
        long[] shape = {1, ids.length};
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (var input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                var mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                var types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
                var result = session.run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
            FloatBuffer buffer = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] states = new float[buffer.remaining()];
            buffer.get(states);
            return states;
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence encoder failed: " + e.getMessage(), e);
        }
    }

    /// @param states a vector for each piece, one after the other
    private Encoding encoding(float[] states, boolean[] named) {
        int width = script.width();
        float[] whole = Arrays.copyOf(states, width);
        float[] mean = new float[width];
        float[] name = new float[width];
        int names = 0;
        for (int piece = 0; piece < named.length; piece++) {
            names += named[piece] ? 1 : 0;
            for (int i = 0; i < width; i++) {
                float state = states[piece * width + i];
                mean[i] += state;
                name[i] += named[piece] ? state : 0;
            }
        }
        for (int i = 0; i < width; i++) {
            mean[i] /= named.length;
            name[i] /= Math.max(1, names);
        }
        return new Encoding(whole, mean, name);
    }
}
