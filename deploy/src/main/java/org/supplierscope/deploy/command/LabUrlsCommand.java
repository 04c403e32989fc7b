package org.supplierscope.deploy.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.address.AddressReading;
import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.address.WebAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What the reader of addresses makes of addresses.
@Command(
        name = "urls",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Read web addresses as a browser does and print what was made of each as a JSON line.",
            "Its keys are input, base, href (null for a failure), fetched and article (the addresses that are",
            "fetched and that name the article) or refusal, and right where the line says which href is."
        })
final class LabUrlsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "JSON lines {\"input\",\"base\"?,\"href\"?}; - for standard input.")
    private String input = "-";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    /// A line of input.
    record Written(
            @Nullable String input,
            @Nullable String base,
            @Nullable JsonNode href) {}

    /// A line of output.
    record Read(
            String input,
            @Nullable String base,
            @Nullable String href,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String fetched,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String article,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String refusal,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean right) {}

    @Override
    public Integer call() throws IOException {
        var lines =
                new JsonLines(spec.commandLine().getOut(), spec.commandLine().getErr());
        lines.read(input, Written.class, written -> lines.print(read(written)));
        return lines.exitCode();
    }

    private static Read read(Written written) throws IOException {
        String text = written.input();
        if (text == null) {
            throw new IOException("the key input is missing");
        }
        WebAddress base = written.base() == null ? null : WebAddress.parse(written.base(), null);
        WebAddress address = written.base() != null && base == null ? null : WebAddress.parse(text, base);
        String href = address == null ? null : address.href();
        Boolean right =
                written.href() == null ? null : Objects.equals(written.href().textValue(), href);
        CanonicalAddress fetched = href == null ? null : CanonicalAddress.parse(href);
        // Not of the href, in which nothing can be read in two ways any more.
        String refusal = switch (AddressReading.of(text, base)) {
            case AddressReading.Refused refused -> refused.why().reason();
            case AddressReading.Accepted accepted ->
                AddressReading.forCrawl(accepted.address().href()) instanceof AddressReading.Refused refused
                        ? refused.why().reason()
                        : null;
        };
        return refusal != null || fetched == null
                ? new Read(text, written.base(), href, null, null, refusal, right)
                : new Read(
                        text,
                        written.base(),
                        href,
                        fetched.uri().toString(),
                        fetched.identity().toString(),
                        null,
                        right);
    }
}
