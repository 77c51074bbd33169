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
import org.junit.jupiter.api.io.TempDir;

/** Damaged files give problems or a value, never an exception; a secret is never in a problem. */
class FuzzTest {

    private static final long SEED = Long.getLong("fuzz.seed", 20_261_121L);
    private static final int TURNS = Integer.getInteger("fuzz.turns", 3_000);

    private static final String CANARY = "canary4711";
    private static final String GOOD = """
            port: ${PORT:-8080}
            timeout: 1m30s # a comment
            buffer: 1.5MiB
            clusters:
              - name: "운영"
                interval: '30s'
                enabled: true
                protocol: sasl-ssl
                password: canary4711
                topics: {include: [orders-.*, "a\\tb"], exclude: __.*}
                client:
                  request.timeout.ms: 30000
                  sasl.jaas.config: >-
                    x required password="canary4711";
                  ssl.key.password: ${PASSWORD}
              - name: b
            """;

    /** Pieces that mean something to YAML, to the expansion, or to nobody. */
    private static final List<String> PIECES = List.of(
            ":",
            ": ",
            "- ",
            "-",
            "\n",
            "\n  ",
            "\t",
            "\"",
            "'",
            "[",
            "]",
            "{",
            "}",
            ",",
            "#",
            " #",
            "&a ",
            "*a",
            "!",
            "!!str ",
            "|",
            ">",
            "%",
            "@",
            "`",
            "? ",
            "---\n",
            "...\n",
            "<<: ",
            "~",
            "null",
            "${",
            "}",
            "$${",
            "${A:-",
            "file:",
            "\r\n",
            "\u0000",
            "\ufeff",
            "\u2028",
            "\ud83d\ude00",
            "\\",
            "\\x",
            "0x",
            "99999999999999999999",
            "%YAML 1.1\n",
            "[[[[[[[[");

    @TempDir
    Path folder;

    @Test
    void bind_damagedText_problemsOrValue() throws IOException {
        Random random = new Random(SEED);
        List<String> seeds = new ArrayList<>(List.of(GOOD, GOOD, GOOD));
        for (Path bad : BadFilesTest.files()) {
            seeds.add(new String(Files.readAllBytes(bad), StandardCharsets.ISO_8859_1));
        }
        for (int turn = 0; turn < TURNS; turn++) {
            String text = damaged(seeds.get(random.nextInt(seeds.size())), random);
            checkText(text, turn);
        }
    }

    private static void checkText(String text, int turn) {
        String where = "seed " + SEED + ", turn " + turn + ":\n" + text;
        Loaded<ExampleConfig> loaded;
        try {
            loaded = YamlFile.parse("fuzz.yaml", text, Environment.of(Map.of("PASSWORD", CANARY)))
                    .bind(ExampleConfig::of);
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
            String password = PIECES.get(random.nextInt(PIECES.size())).strip() + CANARY;
            String text = "port: x\nclusters:\n  - name: a\n    password: " + password + "\n    client:\n"
                    + "      sasl.jaas.config: " + password + PIECES.get(random.nextInt(PIECES.size())) + "\n"
                    + "      ssl.key.password: " + PIECES.get(random.nextInt(PIECES.size())) + "\n    interval: 15x\n";
            if (password.startsWith("file:") || password.startsWith("${")) {
                continue;
            }
            Loaded<ExampleConfig> loaded =
                    YamlFile.parse("fuzz.yaml", text, Environment.of(Map.of())).bind(ExampleConfig::of);
            assertThat(loaded.text())
                    .as("seed %d, turn %d:%n%s", SEED, turn, text)
                    .doesNotContain(CANARY);
        }
    }

    @Test
    void read_damagedBytes_problemsOrValue() throws IOException {
        Random random = new Random(SEED);
        Path file = folder.resolve("klamm.yaml");
        for (int turn = 0; turn < TURNS / 10; turn++) {
            byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
            for (int i = random.nextInt(4); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, bytes);
            Loaded<ExampleConfig> loaded = YamlFile.read(file, Environment.of(Map.of("PASSWORD", CANARY)))
                    .bind(ExampleConfig::of);
            assertThat(loaded.value().isPresent())
                    .as("seed %d, turn %d", SEED, turn)
                    .isEqualTo(loaded.problems().isEmpty());
        }
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
