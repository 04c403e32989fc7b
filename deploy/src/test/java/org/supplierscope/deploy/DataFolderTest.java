package org.supplierscope.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path temp;

    @Test
    void isMadeWhenMissing() throws Exception {
        Path folder = temp.resolve("a/b");

        try (var held = DataFolder.hold(folder, EnumSet.of(Role.SEARCH))) {
            assertThat(held).isNotNull();
            assertThat(folder).isDirectory();
        }
    }

    @Test
    void refusesASecondHolderOfTheSameRoleAndNamesTheFirst() throws Exception {
        try (var first = DataFolder.hold(temp, EnumSet.allOf(Role.class))) {
            assertThat(first).isNotNull();

            assertThatThrownBy(() -> DataFolder.hold(temp, EnumSet.of(Role.SEARCH)))
                    .isInstanceOf(DataFolder.UnusableException.class)
                    .hasMessageContaining(temp.toString())
                    .hasMessageContaining("in use")
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()))
                    .hasMessageContaining("--data");
        }
    }

    @Test
    void isSharedByProcessesWithDifferentRoles() throws Exception {
        try (var ingest = DataFolder.hold(temp, EnumSet.of(Role.INGEST));
                var search = DataFolder.hold(temp, EnumSet.of(Role.SEARCH))) {
            assertThat(ingest).isNotSameAs(search);
        }
    }

    @Test
    void isFreeAgainAfterClosing() throws Exception {
        DataFolder.hold(temp, EnumSet.of(Role.SEARCH)).close();

        try (var again = DataFolder.hold(temp, EnumSet.of(Role.SEARCH))) {
            assertThat(again).isNotNull();
        }
    }

    @Test
    void saysWhichFolderCannotBeWritten() throws Exception {
        Path file = Files.writeString(temp.resolve("file"), "not a folder");

        assertThatThrownBy(() -> DataFolder.hold(file.resolve("data"), EnumSet.of(Role.SEARCH)))
                .isInstanceOf(DataFolder.UnusableException.class)
                .hasMessageContaining(file.resolve("data").toString())
                .hasMessageContaining("--data");
    }
}
