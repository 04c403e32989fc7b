package org.supplierscope.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// `suppliers`, run in this process.
class SuppliersCommandTest {

    private static final String BIRCH = """
            - id: birch-optics
              name: Birch Optics
              country: Taiwan
              role: glass lenses
              tickers: [9998.TW]
              names: [Birch Optics]
              never-alone: [{name: Birch, unless-before: [tree]}]
            """;

    @TempDir
    private Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new SuppliersCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(temp.resolve(name), text).toString();
    }

    @Test
    void checkSaysWhatIsGood() throws IOException {
        String file = file("birch.yaml", BIRCH);

        int exitCode = run("check", file);

        assertThat(out.toString()).contains(file + ": good").containsPattern("\\d+ suppliers, \\d+ themes");
        assertThat(err.toString()).isEmpty();
        assertThat(exitCode).isZero();
    }

    @Test
    void checkNamesEveryMistakeWithFileAndLine() throws IOException {
        String file = file("birch.yaml", BIRCH.replace("country", "contry").replace("9998.TW", "9998"));

        int exitCode = run("check", file);

        assertThat(err.toString().lines())
                .containsExactly(
                        file + ", line 1: country: is missing; every supplier needs it (birch-optics)",
                        file + ", line 3: contry: unknown key; did you mean 'country'?",
                        file + ", line 5: tickers: '9998' names no exchange that is known; write CODE.EXCHANGE such"
                                + " as 3008.TW, or EXCHANGE:CODE such as NASDAQ:COHR",
                        "3 mistakes");
        assertThat(exitCode).isEqualTo(1);
    }

    @Test
    void checkLooksAtTheFolderWhenNoFileIsNamed() throws IOException {
        file("birch.yaml", BIRCH);
        String broken = file("oak.yaml", "- nothing");

        int exitCode = run("check", "--catalogue", temp.toString());

        assertThat(err.toString()).startsWith(broken + ", line 1: a supplier is expected");
        assertThat(exitCode).isEqualTo(1);
    }

    @Test
    void checkSaysThatAFileIsMissing() {
        int exitCode = run("check", "no-such.yaml");

        assertThat(err.toString()).contains("no-such.yaml: there is no such file");
        assertThat(exitCode).isEqualTo(1);
    }

    @Test
    void aMistakeIsToldAlikeByEveryCommandThatReadsFiles() throws IOException {
        String broken = file("oak.yaml", BIRCH + "  colour: white\n");
        String told = broken + ", line 8: colour: unknown key";
        String nobody = "http://127.0.0.1:9";

        for (List<String> arguments : List.of(
                List.of("suppliers", "check", broken),
                List.of("suppliers", "check", "--catalogue", temp.toString()),
                List.of("suppliers", "list", "--catalogue", temp.toString()),
                List.of("suppliers", "show", "largan-precision", "--catalogue", temp.toString()),
                List.of("analyze", "--suppliers", broken, broken),
                List.of("explain", "0", "largan-precision", "--suppliers", broken, "--url", nobody),
                List.of("run", "--data", temp.resolve("data").toString(), "--catalogue", temp.toString()))) {
            var problem = new StringWriter();
            int exitCode =
                    Main.commandLine().setErr(new PrintWriter(problem)).execute(arguments.toArray(String[]::new));

            assertThat(problem.toString()).as(arguments.getFirst()).startsWith(told);
            assertThat(exitCode).as(arguments.getFirst()).isEqualTo(1);
        }
    }

    @Test
    void aFolderThatIsNamedMustBeThereAndBeOne() throws IOException {
        String file = file("birch.yaml", BIRCH);

        assertThat(run("check", "--catalogue", temp.resolve("none").toString())).isEqualTo(2);
        assertThat(run("check", "--catalogue", file)).isEqualTo(1);
        assertThat(err.toString())
                .contains("--catalogue: there is no folder " + temp.resolve("none"))
                .contains(file + ": is no folder; give the folder in which the files are");
    }

    @Test
    void listTellsWhatIsShippedAndWhatIsOwn() throws IOException {
        file("birch.yaml", BIRCH);

        int exitCode = run("list", "--catalogue", temp.toString());

        assertThat(out.toString())
                .contains("largan-precision", "Largan Precision (3008.TW), Taiwan", "Birch Optics (9998.TW), Taiwan");
        assertThat(exitCode).isZero();
    }

    @Test
    void listTellsThemes() {
        assertThat(run("list", "--themes", "--catalogue", temp.toString())).isZero();

        assertThat(out.toString()).contains("co-packaged-optics", "Co-packaged optics: ");
    }

    @Test
    void showTellsAllOfASupplierByIdTickerOrName() throws IOException {
        file("birch.yaml", BIRCH);

        int exitCode = run("show", "--catalogue", temp.toString(), "9998.tw", "大立光", "silicon-photonics");

        assertThat(out.toString())
                .contains("birch-optics", "never-alone     Birch; unless before tree")
                .contains("largan-precision", "legal           Largan Precision Co., Ltd.", "zh-Hant         大立光")
                .contains("silicon-photonics", "zh-Hans         硅光");
        assertThat(exitCode).isZero();
    }

    @Test
    void showSaysWhatIsNotThere() {
        int exitCode = run("show", "--catalogue", temp.toString(), "nobody");

        assertThat(err.toString()).startsWith("nobody: no id, ticker or name of the catalogue");
        assertThat(exitCode).isEqualTo(1);
    }

    @Test
    void schemaIsPrinted() {
        assertThat(run("schema")).isZero();

        assertThat(out.toString()).startsWith("{").contains("\"$schema\"", "needs-context");
    }
}
