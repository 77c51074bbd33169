package io.klamm.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFileTest {

    private static final String GOOD = """
            port: ${PORT}
            timeout: 1m30s
            buffer: 1.5MiB
            clusters:
              - name: 운영
                interval: ${INTERVAL:-30s}
                protocol: SASL_SSL
                password: ${PASSWORD}
                topics:
                  include: orders-.*
                  exclude: [ __.*, "internal-$${x}" ]
                client:
                  request.timeout.ms: 30000
                  ssl.endpoint.identification.algorithm: ""
                  ssl.keystore.password: file:keystore.txt
                  sasl.oauthbearer.token.endpoint.url: file:///tmp/token
              - name: second
            """;

    @TempDir
    Path folder;

    @Test
    void bind_everyKindOfValue_allRead() throws IOException {
        Files.writeString(folder.resolve("keystore.txt"), "from a file\n");
        Path file = Files.writeString(folder.resolve("klamm.yaml"), GOOD);

        ExampleConfig config = YamlFile.read(file, Environment.of(Map.of("PORT", "9090", "PASSWORD", "from env")))
                .bind(ExampleConfig::of)
                .orThrow();

        assertThat(config.port()).isEqualTo(9090);
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(90));
        assertThat(config.buffer()).isEqualTo(ByteSize.ofBytes(1_572_864));
        ExampleConfig.Cluster first = config.clusters().get(0);
        assertThat(first.name()).isEqualTo("운영");
        assertThat(first.interval()).isEqualTo(Duration.ofSeconds(30));
        assertThat(first.protocol()).isEqualTo(ExampleConfig.Protocol.SASL_SSL);
        assertThat(first.password()).contains(Secret.of("from env"));
        assertThat(first.topics())
                .isEqualTo(new ExampleConfig.Filter(List.of("orders-.*"), List.of("__.*", "internal-${x}")));
        assertThat(first.client().reveal())
                .containsExactly(
                        Map.entry("request.timeout.ms", "30000"),
                        Map.entry("ssl.endpoint.identification.algorithm", ""),
                        Map.entry("ssl.keystore.password", "from a file"),
                        Map.entry("sasl.oauthbearer.token.endpoint.url", "file:///tmp/token"));
        assertThat(config.toString()).doesNotContain("from env", "from a file");
        assertThat(config.clusters().get(1))
                .isEqualTo(new ExampleConfig.Cluster(
                        "second",
                        Duration.ofSeconds(15),
                        true,
                        ExampleConfig.Protocol.PLAINTEXT,
                        new ExampleConfig.Filter(List.of(".*"), List.of()),
                        FreeMap.empty(),
                        Optional.empty()));
    }

    private String problems(Path file) {
        return YamlFile.read(file, Environment.of(Map.of()))
                .bind(ExampleConfig::of)
                .text()
                .replace(folder + "/", "");
    }

    @Test
    void bind_noFile_allDefaults() {
        ExampleConfig config =
                YamlFile.none(Environment.of(Map.of())).bind(ExampleConfig::of).orThrow();

        assertThat(config)
                .isEqualTo(new ExampleConfig(8080, Duration.ofSeconds(30), ByteSize.ofMebibytes(1), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# only a comment\n", "---\n", "---\n...\n", "~", "null", "{}", "\ufeff"})
    void bind_emptyFile_allDefaults(String text) {
        assertThat(YamlFile.parse("empty.yaml", text, Environment.of(Map.of()))
                        .bind(ExampleConfig::of)
                        .problems())
                .isEmpty();
    }

    @Test
    void read_notAFile_problem() throws IOException {
        Path loop = folder.resolve("loop.yaml");
        Files.createSymbolicLink(loop, loop);

        assertThat(problems(folder.resolve("none.yaml")))
                .isEqualTo("none.yaml: no such file (expected: a readable file)");
        assertThat(problems(Files.createDirectory(folder.resolve("dir.yaml"))))
                .isEqualTo("dir.yaml: a directory (expected: a file)");
        assertThat(problems(loop))
                .isEqualTo("loop.yaml: cannot be read, FileSystemException (expected: a readable file)");
    }

    @Test
    void read_tooLarge_problem() throws IOException {
        Path file = folder.resolve("large.yaml");
        String comment = "# " + "x".repeat(1_048_573) + "\n";

        assertThat(problems(Files.writeString(file, comment))).isEmpty();
        assertThat(problems(Files.writeString(file, comment + "\n")))
                .isEqualTo("large.yaml: too large (expected: at most 1MiB)");
        assertThat(problems(Path.of("/dev/zero"))).isEqualTo("/dev/zero: too large (expected: at most 1MiB)");
    }

    @Test
    void read_megabyteOfNonsense_soonAndNoOverflow() {
        for (String piece :
                List.of("[", "{", "- ", "? ", "a: {", "&a ", "- - ", "[a, ", "'", "\"", "!", "${", "a:\n ")) {
            String text = piece.repeat(300_000 / piece.length());

            assertTimeout(
                    Duration.ofSeconds(20), () -> assertThat(YamlFile.parse("k.yaml", text, Environment.of(Map.of()))
                                    .bind(ExampleConfig::of)
                                    .problems())
                            .as(piece)
                            .isNotEmpty());
        }
    }

    @Test
    void secret_files_everyCase() throws IOException {
        Files.writeString(folder.resolve("crlf"), "a b\r\n");
        Files.writeString(folder.resolve("two-lines"), "a\nb\n\n");
        Files.writeString(folder.resolve("blank"), "\n");
        Files.write(folder.resolve("binary"), new byte[] {'a', '\n', (byte) 0xE9});
        Files.writeString(folder.resolve("limit"), "x".repeat(65_536));
        Files.writeString(folder.resolve("large"), "x".repeat(65_537));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("crlf"));

        assertThat(secret("file:crlf")).isEqualTo("a b");
        assertThat(secret("file:link")).isEqualTo("a b");
        assertThat(secret("file:" + folder.resolve("two-lines"))).isEqualTo("a\nb\n");
        assertThat(secret("file:limit")).hasSize(65_536);
        assertThat(secret("file:large")).isEqualTo("k.yaml:1: p: file \"large\": too large (expected: at most 64KiB)");
        assertThat(secret("file:blank")).isEqualTo("k.yaml:1: p: file \"blank\": is empty (expected: the secret)");
        assertThat(secret("file:binary"))
                .isEqualTo("k.yaml:1: p: file \"binary\": bytes that are not UTF-8 (expected: a file saved as UTF-8)");
        assertThat(secret("file:/dev/zero"))
                .isEqualTo("k.yaml:1: p: file \"/dev/zero\": not a regular file (expected: a readable file)");
        assertThat(secret("\"file:a\\0b\"")).isEqualTo("k.yaml:1: p: file: not a path (expected: file:/path)");
        assertThat(secret("x$${y}$")).isEqualTo("x${y}$");
    }

    /** The secret, or the problems where there are any. */
    private String secret(String written) throws IOException {
        Path file = Files.writeString(folder.resolve("k.yaml"), "p: " + written + "\n");
        Loaded<Secret> loaded = YamlFile.read(file, Environment.of(Map.of())).bind(root -> root.secret("p"));
        return loaded.value().map(Secret::reveal).orElseGet(() -> loaded.text().replace(folder + "/", ""));
    }
}
