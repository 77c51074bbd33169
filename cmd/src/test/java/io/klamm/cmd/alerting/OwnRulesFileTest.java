package io.klamm.cmd.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ConcurrentModificationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnRulesFileTest {

    @TempDir
    private Path directory;

    private OwnRulesFile file() {
        return new OwnRulesFile(directory.resolve("alerting").resolve("rules.yml"));
    }

    @Test
    void read_noFile_isEmpty() {
        assertThat(file().read().yaml()).isEmpty();
    }

    @Test
    void replace_knownRevision_isReadByTheNext() {
        file().replace("groups: []\n", file().read().revision());

        assertThat(file().read().yaml()).isEqualTo("groups: []\n");
        assertThat(directory.resolve("alerting")).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void replace_oldRevision_isRefusedAndChangesNothing() {
        String first = file().read().revision();
        file().replace("groups: [] # one\n", first);

        assertThatThrownBy(() -> file().replace("groups: [] # two\n", first))
                .isInstanceOf(ConcurrentModificationException.class)
                .hasMessageContaining("somebody else");
        assertThat(file().read().yaml()).isEqualTo("groups: [] # one\n");
    }

    @Test
    void replace_directoryThatCannotBe_saysWhich() throws Exception {
        Files.writeString(directory.resolve("alerting"), "in the way");

        assertThatThrownBy(() -> file().replace(
                                "groups: []\n",
                                new OwnRulesFile(directory.resolve("none"))
                                        .read()
                                        .revision()))
                .hasMessageContaining("rules.yml");
    }
}
