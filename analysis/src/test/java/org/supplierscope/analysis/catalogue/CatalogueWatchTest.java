package org.supplierscope.analysis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueWatchTest {

    private static final String BIRCH = """
            - id: birch-optics
              name: Birch Optics
              country: Taiwan
              role: lenses
              names: [Birch Optics]
            """;

    @TempDir
    private Path temp;

    private Path root;

    @BeforeEach
    void namesTheFolder() {
        root = temp.resolve("catalogue");
    }

    private CatalogueFolder folder() throws IOException {
        var folder = new CatalogueFolder(root);
        folder.prepare();
        return folder;
    }

    @Test
    void putsWhatIsShippedIntoTheFolderAndAFileOfTheOperators() throws IOException {
        Catalogue catalogue = folder().read();

        assertThat(root.resolve("shipped/suppliers.yaml")).content().contains("largan-precision");
        assertThat(root.resolve("shipped/themes.yaml")).isNotEmptyFile();
        assertThat(root.resolve("shipped/catalogue.schema.json")).isNotEmptyFile();
        assertThat(root.resolve("suppliers.yaml")).content().startsWith("# yaml-language-server");
        assertThat(catalogue.digest()).isEqualTo(Catalogue.shipped().digest());
    }

    @Test
    void bringsWhatIsShippedUpToDateAndLeavesTheOperatorsFilesAlone() throws IOException {
        folder();
        Files.writeString(root.resolve("shipped/suppliers.yaml"), "- of an older version\n");
        Files.writeString(root.resolve("suppliers.yaml"), BIRCH);

        Catalogue catalogue = folder().read();

        assertThat(root.resolve("shipped/suppliers.yaml")).content().contains("largan-precision");
        assertThat(root.resolve("suppliers.yaml")).hasContent(BIRCH);
        assertThat(catalogue.supplier("birch-optics")).isPresent();
        assertThat(catalogue.supplier("largan-precision")).isPresent();
    }

    @Test
    void readsEveryYamlFileOfTheFolderAndNoOther() throws IOException {
        CatalogueFolder folder = folder();
        Files.writeString(root.resolve("birch.yml"), BIRCH);
        Files.writeString(root.resolve(".hidden.yaml"), "- nonsense");
        Files.writeString(root.resolve("notes.txt"), "- nonsense");

        assertThat(folder.files())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("birch.yml", "suppliers.yaml");
        assertThat(folder.read().supplier("birch-optics")).isPresent();
    }

    @Test
    void handsOnAChangeOnceItIsWritten() throws IOException {
        CatalogueFolder folder = folder();
        List<Catalogue> taken = new ArrayList<>();
        try (var watch = new CatalogueWatch(folder, folder.read(), taken::add)) {
            watch.look();
            watch.look();
            assertThat(taken).isEmpty();

            Files.writeString(root.resolve("birch.yaml"), BIRCH);
            watch.look();
            assertThat(taken).as("it may still be being written").isEmpty();
            watch.look();
            watch.look();

            assertThat(taken).hasSize(1);
            assertThat(taken.getFirst().supplier("birch-optics")).isPresent();
        }
    }

    @Test
    void keepsTheCatalogueOfBeforeWhileAFileIsBroken() throws IOException {
        CatalogueFolder folder = folder();
        List<Catalogue> taken = new ArrayList<>();
        try (var watch = new CatalogueWatch(folder, folder.read(), taken::add)) {
            Files.writeString(root.resolve("birch.yaml"), BIRCH + "  colour: white\n");
            watch.look();
            watch.look();

            assertThat(taken).isEmpty();
            assertThat(watch.troubles()).singleElement().asString().contains("birch.yaml, line 6: colour: unknown key");

            Files.writeString(root.resolve("birch.yaml"), BIRCH);
            watch.look();
            watch.look();

            assertThat(taken).hasSize(1);
            assertThat(watch.troubles()).isEmpty();
        }
    }

    @Test
    void goesOnLookingWhenANewCatalogueCannotBeTakenUp() throws IOException {
        CatalogueFolder folder = folder();
        try (var watch = new CatalogueWatch(folder, folder.read(), _ -> {
            throw new IllegalStateException("no room");
        })) {
            Files.writeString(root.resolve("birch.yaml"), BIRCH);
            watch.look();
            watch.look();

            assertThat(watch.troubles()).singleElement().asString().contains("no room");
        }
    }

    @Test
    void leavesAHalfWrittenFileToBeFinished() throws IOException {
        CatalogueFolder folder = folder();
        Files.writeString(root.resolve("birch.yaml"), BIRCH);
        List<Catalogue> taken = new ArrayList<>();
        try (var watch = new CatalogueWatch(folder, folder.read(), taken::add)) {
            String whole = BIRCH + BIRCH.replace("birch", "oak").replace("Birch", "Oak");
            Files.writeString(root.resolve("birch.yaml"), whole.substring(0, BIRCH.length() + 20));
            watch.look();
            watch.look();

            assertThat(taken).isEmpty();
            assertThat(watch.troubles())
                    .isNotEmpty()
                    .allSatisfy(trouble -> assertThat(trouble)
                            .startsWith("the catalogue of before is in use, since the files hold a mistake: ")
                            .contains("birch.yaml, line "));

            Files.writeString(root.resolve("birch.yaml"), whole);
            watch.look();
            watch.look();

            assertThat(taken.getFirst().supplier("oak-optics")).isPresent();
            assertThat(watch.troubles()).isEmpty();
        }
    }

    @Test
    void keepsTheCatalogueOfBeforeWhileTheFolderIsGone() throws IOException {
        CatalogueFolder folder = folder();
        Files.writeString(root.resolve("birch.yaml"), BIRCH);
        List<Catalogue> taken = new ArrayList<>();
        try (var watch = new CatalogueWatch(folder, folder.read(), taken::add)) {
            watch.look();
            watch.look();
            Path away = Files.move(root, root.resolveSibling("away"));
            watch.look();
            watch.look();

            assertThat(taken).isEmpty();
            assertThat(watch.troubles()).singleElement().asString().contains(root + ": is there no more");

            Files.move(away, root);
            watch.look();
            watch.look();

            assertThat(taken).isEmpty();
            assertThat(watch.troubles()).isEmpty();
        }
    }

    @Test
    void noticesAChangeWithinSeconds() throws Exception {
        CatalogueFolder folder = folder();
        var taken = new LinkedBlockingQueue<Catalogue>();
        try (var watch = new CatalogueWatch(folder, folder.read(), taken::add)) {
            watch.start(Duration.ofMillis(50));
            Files.writeString(root.resolve("birch.yaml"), BIRCH);

            Catalogue first = taken.poll(20, TimeUnit.SECONDS);

            assertThat(first).isNotNull();
            assertThat(first.supplier("birch-optics")).isPresent();
        }
    }
}
