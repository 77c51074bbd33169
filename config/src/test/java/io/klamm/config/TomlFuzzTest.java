package io.klamm.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged TOML gives problems or a value, never an exception; a secret is never in a problem. */
class TomlFuzzTest {

    private static final long SEED = Long.getLong("fuzz.seed", 20_261_124L);
    private static final int TURNS = Integer.getInteger("fuzz.turns", 3_000);

    private static final String CANARY = "canary4711";
    private static final String GOOD = """
            port = 8080
            timeout = "1m30s" # a comment
            buffer = '1.5MiB'

            [[clusters]]
            name = "운영"
            interval = "30s"
            enabled = true
            protocol = "sasl-ssl"
            password = "canary4711"
            topics = {include = ["orders-.*", "a\\tb"], exclude = "__.*"}
            [clusters.client]
            "request.timeout.ms" = 30_000
            "sasl.jaas.config" = \"""
              x required password='canary4711';\"""

            [[clusters]]
            name = '''b'''
            """;

    /** Pieces that mean something to TOML, or to nobody. */
    private static final List<String> PIECES = List.of(
            "=",
            " = ",
            ".",
            "[",
            "]",
            "[[",
            "]]",
            "{",
            "}",
            ",",
            "\n",
            "\r\n",
            "\r",
            "\t",
            "\"",
            "\"\"\"",
            "'",
            "'''",
            "#",
            "\\",
            "\\u",
            "\\U0011FFFF",
            "\\uD800",
            "true",
            "nan",
            "-inf",
            "0x",
            "1e9999",
            "1979-05-27T07:32:00Z",
            "07:32:00",
            "99999999999999999999",
            "[clusters]",
            "[a.b.c]",
            "clusters.x = 1\n",
            "\u0000",
            "\ufeff",
            "\u2028",
            "\ud83d\ude00",
            "[[[[[[[[");

    @Test
    void bind_damagedText_problemsOrValue() throws IOException {
        Random random = new Random(SEED);
        List<String> seeds = new ArrayList<>(List.of(GOOD, GOOD, GOOD));
        for (Path bad : BadTomlFilesTest.files()) {
            seeds.add(new String(Files.readAllBytes(bad), StandardCharsets.ISO_8859_1));
        }
        for (int turn = 0; turn < TURNS; turn++) {
            checkText(damaged(seeds.get(random.nextInt(seeds.size())), random), turn);
        }
    }

    private static void checkText(String text, int turn) {
        String where = "seed " + SEED + ", turn " + turn + ":\n" + text;
        Loaded<ExampleConfig> loaded;
        try {
            loaded = bind(text);
        } catch (RuntimeException | StackOverflowError thrown) {
            throw new AssertionError(where, thrown);
        }
        assertThat(loaded.value().isPresent())
                .as(where)
                .isEqualTo(loaded.problems().isEmpty());
        for (Problem problem : loaded.problems()) {
            assertThat(problem.text().lines()).as(where).hasSize(1);
            assertThat(problem.line())
                    .as(where)
                    .isBetween(0, 2 + (int) text.lines().count());
        }
    }

    /** Damage around the secret must not bring it to light while its key and itself are whole. */
    @Test
    void bind_damagedAroundSecrets_secretsStayHidden() {
        Random random = new Random(SEED);
        for (int turn = 0; turn < TURNS; turn++) {
            String piece = PIECES.get(random.nextInt(PIECES.size())).strip();
            String text = "port = \"x\"\n[[clusters]]\nname = \"a\"\npassword = " + piece + CANARY + "\n"
                    + "client = {\"ssl.key.password\" = \"" + CANARY + "\"" + piece + "}\n"
                    + "sasl.jaas.config = '" + CANARY + piece + "'\n";
            Loaded<ExampleConfig> loaded = bind(text);
            assertThat(loaded.text() + loaded.warnings())
                    .as("seed %d, turn %d:%n%s", SEED, turn, text)
                    .doesNotContain(CANARY);
        }
    }

    /** What makes parsers overflow their stack or their day. */
    @ParameterizedTest
    @Timeout(30)
    @ValueSource(
            strings = {
                "a = [",
                "a = {b = ",
                "[",
                "[[",
                "x.",
                "a.b.",
                "\"",
                "'''",
                "a = \"",
                "a = 1\n",
                "[a]\n",
                "[a.b.c.d]\n",
                "#",
                "a = [1,\n",
                "\\u",
                "a = \"\"\"",
                "{",
                "a = [[1], "
            })
    void bind_hugeNonsense_problemsInTime(String piece) {
        String tail = piece.repeat((int) (ForeignFile.LARGEST.bytes() - 100) / piece.length());

        assertThat(bind(tail).problems().isEmpty()).isEqualTo(piece.equals("#"));
        assertThat(bind("a = " + tail).problems()).isNotEmpty();
    }

    private static Loaded<ExampleConfig> bind(String text) {
        return ForeignFile.parse("fuzz.toml", text, Environment.of(Map.of())).bind(ExampleConfig::of);
    }

    private static String damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = random.nextInt(5); i >= 0; i--) {
            int at = random.nextInt(damaged.length() + 1);
            int end = Math.min(damaged.length(), at + random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> damaged.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> damaged.delete(at, end);
                case 2 -> damaged.insert(at, damaged.substring(at, end));
                default -> damaged.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return damaged.toString();
    }
}
