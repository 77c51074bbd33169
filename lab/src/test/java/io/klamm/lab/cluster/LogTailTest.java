package io.klamm.lab.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    Path dir;

    @Test
    void lines_longLog_lastOnes() throws IOException {
        Path log = dir.resolve("a.log");
        Files.writeString(
                log, IntStream.range(0, 100_000).mapToObj(i -> "line " + i).collect(Collectors.joining("\n")));

        assertThat(LogTail.lines(log, 2)).containsExactly("line 99998", "line 99999");
    }

    @Test
    void of_someFilesMissingOrEmpty_onlyWhatIsThere() throws IOException {
        Path log = Files.writeString(dir.resolve("a.log"), "boom\n");
        Path empty = Files.createFile(dir.resolve("b.log"));

        assertThat(LogTail.of(empty, log, dir.resolve("none"))).isEqualTo("\nlast lines of " + log + ":\n  boom");
        assertThat(LogTail.of(empty)).isEmpty();
    }
}
