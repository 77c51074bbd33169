package io.klamm.cmd.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFileNamesTest {

    @TempDir
    private Path directory;

    @Test
    void of_wildcards_areTheFilesThatMatchSorted() throws Exception {
        for (String name : new String[] {"b.yml", "a.yml", "c.txt"}) {
            Files.writeString(directory.resolve(name), "");
        }

        assertThat(RuleFileNames.of(directory + "/*.yml"))
                .containsExactly(directory.resolve("a.yml"), directory.resolve("b.yml"));
    }

    @Test
    void of_wildcardsInADirectoryThatIsNotThere_isNothing() throws Exception {
        assertThat(RuleFileNames.of(directory + "/none/*.yml")).isEmpty();
    }

    @Test
    void of_plainPath_isThatFileWhetherOrNotItIsThere() throws Exception {
        assertThat(RuleFileNames.of("/etc/none.yml")).containsExactly(Path.of("/etc/none.yml"));
    }
}
