package io.klamm.config.burrow;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.config.Environment;
import io.klamm.config.Loaded;
import io.klamm.config.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file in {@code burrow/bad/} gives exactly the problems and warnings beside it. Write them anew with {@code -Dgolden.update}. */
class BadBurrowFilesTest {

    private static final Path FOLDER = Path.of("src/test/resources/burrow/bad");

    /** Stands for all secrets in the bad files and their environment; it must be in no problem. */
    private static final String CANARY = "canary-4711";

    private static final Environment ENVIRONMENT = Environment.of(
            Map.of("KLAMM_TEST_CLUSTER_LIVE_OFFSET_REFRESH", CANARY, "KLAMM_TEST_SASL_A_PASSWORD", CANARY));

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.toString().endsWith(".problems.txt"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void load_badFile_problemsBesideIt(Path file) throws IOException {
        Path beside = Path.of(file + ".problems.txt");
        Loaded<BurrowConfig> loaded = BurrowFile.load(file, ENVIRONMENT, Regexes.FORMAT);
        String found = (text("", loaded.problems()) + text("warning: ", loaded.warnings())).replace(FOLDER + "/", "");

        if (System.getProperty("golden.update") != null) {
            Files.writeString(beside, found);
        }

        assertThat(found).isNotEmpty().isEqualTo(Files.readString(beside));
        assertThat(found).doesNotContain(CANARY);
    }

    @Test
    void folder_hasManyCases_andNoOrphans() throws IOException {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(20);
        try (Stream<Path> all = Files.list(FOLDER)) {
            assertThat(all.filter(file -> file.toString().endsWith(".problems.txt")))
                    .hasSameSizeAs(files());
        }
    }

    private static String text(String before, List<Problem> problems) {
        return problems.stream().map(problem -> before + problem.text() + "\n").reduce("", String::concat);
    }
}
