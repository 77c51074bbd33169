package io.klamm.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.config.Environment;
import io.klamm.config.Loaded;
import io.klamm.config.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad section has a file below {@code bad}, with what is said of it beside it; {@code -Dgolden.update=1} writes the latter anew. */
class ClusterConfigTest {

    private static final Path BAD = Path.of("src/test/resources/bad");

    @TempDir
    Path dir;

    static List<String> bad() throws IOException {
        try (Stream<Path> files = Files.list(BAD)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        }
    }

    private static Loaded<List<ClusterConfig>> bind(String text) {
        return YamlFile.parse("klamm.yaml", text, Environment.ofProcess())
                .bind(root -> root.sections("clusters", ClusterConfig::bind));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void bind_badFile_saysAllThatIsWrong(String name) throws IOException {
        Loaded<List<ClusterConfig>> loaded = bind(Files.readString(BAD.resolve(name + ".yaml")));

        String said = loaded.text().strip() + "\n";
        Path expected = BAD.resolve(name + ".problems.txt");
        if (System.getProperty("golden.update") != null) {
            Files.writeString(expected, said);
        }
        assertThat(said).isEqualTo(Files.readString(expected)).doesNotContain("canary");
        assertThat(loaded.value()).isEmpty();
    }

    @Test
    void bind_onlyWhatMustBe_hasTheDefaults() {
        ClusterConfig config = only("clusters: [{name: a, bootstrap-servers: 'b:9092, [::1]:9093'}]");

        assertThat(config.interval()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.topics().accepts("__consumer_offsets")).isTrue();
        assertThat(config.groups().accepts("any")).isTrue();
        assertThat(config.client().values()).isEmpty();
    }

    @Test
    void bind_fileAndInlineKeys_areCheckedTogetherAndInlineWins() throws IOException {
        Path file = Files.writeString(
                dir.resolve("client.properties"), "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nretries=3\n");

        ClusterConfig config = only("""
                clusters:
                  - name: a
                    bootstrap-servers: b:9092
                    client-properties-file: %s
                    client:
                      retries: 5
                      sasl.jaas.config: org.apache.kafka.common.security.plain.PlainLoginModule required password="canary";
                """.formatted(file));

        assertThat(config.client().values())
                .containsEntry("retries", "5")
                .containsEntry("security.protocol", "SASL_SSL");
        assertThat(config.toString()).doesNotContain("canary");
    }

    private static ClusterConfig only(String text) {
        Loaded<List<ClusterConfig>> loaded = bind(text);
        assertThat(loaded.problems()).isEmpty();
        return loaded.orThrow().get(0);
    }
}
