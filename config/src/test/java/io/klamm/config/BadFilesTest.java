package io.klamm.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file in {@code bad/} gives exactly the problems that stand beside it. Write them anew with {@code -Dgolden.update}. */
class BadFilesTest {

    private static final Path FOLDER = Path.of("src/test/resources/bad");

    /** Stands for all secrets in the bad files and their environment; it must be in no problem. */
    private static final String CANARY = "canary-4711";

    private static final Environment ENVIRONMENT = Environment.of(Map.of(
            "EMPTY", "", "BAD_INTERVAL", CANARY, "PASSWORD", CANARY, "GOOD_INTERVAL", "20s", "SECRETS", "secrets"));

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void read_badFile_problemsBesideIt(Path file) throws IOException {
        Path beside = Path.of(file.toString().replace(".yaml", ".problems.txt"));
        String found = problemsOf(file).stream()
                .map(problem -> problem.text().replace(FOLDER + "/", "") + "\n")
                .reduce("", String::concat);

        if (System.getProperty("golden.update") != null) {
            Files.writeString(beside, found);
        }

        assertThat(found).isNotEmpty().isEqualTo(Files.readString(beside));
        assertThat(found).doesNotContain(CANARY);
    }

    @Test
    void folder_hasManyCases_andNoOrphans() throws IOException {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(25);
        try (Stream<Path> all = Files.list(FOLDER)) {
            assertThat(all.filter(file -> file.toString().endsWith(".problems.txt")))
                    .hasSameSizeAs(files());
        }
    }

    private static List<Problem> problemsOf(Path file) {
        return YamlFile.read(file, ENVIRONMENT).bind(ExampleConfig::of).problems();
    }
}
