package org.supplierscope.deploy.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.supplierscope.deploy.command.ServiceOptions.CannotStartException;
import org.supplierscope.deploy.deadletter.Letter;
import org.supplierscope.deploy.deadletter.LetterBox;
import org.supplierscope.deploy.deadletter.LetterTopic;
import org.supplierscope.deploy.deadletter.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// One record that could not be read.
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Show a dead letter: why and where from, and the beginning of its bytes; or write them to a file.")
final class DeadLettersShowCommand implements Callable<Integer> {

    private static final int SHOWN = 2_000;

    @Parameters(paramLabel = "LETTER", description = "Its name, as `list` prints it, such as articles.v1.dead-0@17.")
    private String name = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write its bytes, as they came, to this new file.")
    private @Nullable Path output;

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws CannotStartException, IOException {
        Place place = LetterOptions.place(spec, name);
        var box = new LetterBox(kafka.connect().bootstrapServers());
        LetterTopic topic = LetterTopic.of(place.topic()).orElseThrow();
        List<Letter> found = box.letters(topic).stream()
                .filter(letter -> letter.place().equals(place))
                .toList();
        if (found.isEmpty()) {
            spec.commandLine().getErr().println("There is no dead letter " + place + ".");
            return 1;
        }
        PrintWriter out = spec.commandLine().getOut();
        Letter letter = found.getFirst();
        out.println(DeadLettersListCommand.line(letter));
        if (letter.head().leftOut() > 0) {
            out.println("    its bytes fit no letter and were left at "
                    + letter.head().origin());
            return 0;
        }
        byte[][] value = {null};
        box.records(found, record -> {
            out.println("    key " + (record.key() == null ? "none" : shown(record.key())));
            value[0] = value(record);
        });
        if (output == null) {
            out.println();
            out.println(shown(value[0]));
        } else {
            try {
                Files.write(output, value[0], StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException e) {
                spec.commandLine().getErr().println(output + " is there already; name a new file.");
                return 1;
            }
            out.println("    written to " + output);
        }
        out.flush();
        return 0;
    }

    private static byte[] value(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null ? new byte[0] : record.value();
    }

    /// As text where it is some, else in hexadecimal digits; nothing that could move a terminal's
    /// cursor.
    private static String shown(byte[] bytes) {
        byte[] beginning = Arrays.copyOf(bytes, Math.min(bytes.length, SHOWN));
        String more = bytes.length > SHOWN ? "… (" + (bytes.length - SHOWN) + " bytes more; -o FILE takes all)" : "";
        try {
            var decoder = UTF_8.newDecoder();
            String text = bytes.length > SHOWN
                    ? new String(beginning, UTF_8)
                    : decoder.decode(ByteBuffer.wrap(beginning)).toString();
            if (text.chars()
                            .filter(c -> Character.isISOControl(c) || c == '\ufffd')
                            .count()
                    <= text.length() / 10) {
                return text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "\ufffd") + more;
            }
        } catch (CharacterCodingException e) {
            return HexFormat.ofDelimiter(" ").formatHex(beginning) + more;
        }
        return HexFormat.ofDelimiter(" ").formatHex(beginning) + more;
    }
}
