package io.klamm.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignFileTest {

    private static final String TOML = """
            # comment
            port = 8_081
            "Timeout" = '1m30s'
            topics.include = ["a", "b # no comment"] # comment
            topics.exclude = [
              "[", # a bracket in a text
            ]

            [[clusters]]
            name = "운영 \\u00e9"
            Client = { "sasl.jaas.config" = "${HOME}", retries = 3 }

            [[clusters]]
            name = \"""
            two
            lines\"""
            enabled = false
            password = "file:/etc/passwd"
            """;

    private static final String YAML = """
            port: 8081
            TIMEOUT: 1m30s
            clusters:
            - name: "운영 é"
              client: {sasl.jaas.config: "${HOME}", retries: 3}
            - name: "two\\nlines"
              enabled: false
              password: file:/etc/passwd
            topics: {include: [a, 'b # no comment'], exclude: ['[']}
            """;

    private static final String JSON = """
            {
            \t"port": 8081, "timeout": "1m30s",
            \t"clusters": [
            \t\t{"name": "운영 \\u00e9", "client": {"sasl.jaas.config": "${HOME}", "retries": 3}},
            \t\t{"name": "two\\nlines", "enabled": false, "password": "file:\\/etc\\/passwd"}
            \t],
            \t"topics": {"include": ["a", "b # no comment"], "exclude": ["["]}
            }
            """;

    @Test
    void bind_sameInThreeFormats_sameValue() {
        Loaded<ExampleConfig> toml = bind("x.toml", TOML, Map.of());
        Loaded<ExampleConfig> yaml = bind("x.yaml", YAML, Map.of());
        Loaded<ExampleConfig> json = bind("x.json", JSON, Map.of());

        assertThat(toml.text() + yaml.text() + json.text()).isEmpty();
        assertThat(toml.orThrow()).isEqualTo(yaml.orThrow()).isEqualTo(json.orThrow());
        assertThat(toml.orThrow().timeout()).isEqualTo(Duration.ofSeconds(90));
        assertThat(toml.orThrow().clusters().get(0).client().reveal())
                .isEqualTo(Map.of("sasl.jaas.config", "${HOME}", "retries", "3"));
        assertThat(toml.orThrow().clusters().get(1).password()).contains(Secret.of("file:/etc/passwd"));
    }

    @Test
    void keys_anyCase_asWritten() {
        ForeignFile file = ForeignFile.parse(
                "x.toml", "[cluster.Live]\na = 1\n[CLUSTER.live2]\n[cluster]\nb = 2\n", Environment.of(Map.of()));

        assertThat(file.bind(root -> root.section("cluster").keys()).problems())
                .extracting(Problem::text)
                .singleElement()
                .asString()
                .contains("duplicate key", "line 3");
        assertThat(ForeignFile.parse("x.toml", "[cluster.Live]\na = 1\n[cluster.B]\n", Environment.of(Map.of()))
                        .peek(root -> List.copyOf(root.section("CLUSTER").keys())))
                .contains(List.of("B", "Live"));
    }

    /** The header of a section may come after those of its parts. */
    @Test
    void bind_partsBeforeWhole_isToml() {
        Loaded<String> loaded = ForeignFile.parse("x.toml", "[a.b]\nx = 'y'\n[a]\nz = 1\n", Environment.of(Map.of()))
                .bind(root -> root.section("a").section("b").string("x")
                        + root.section("a").string("z"));

        assertThat(loaded.orThrow()).isEqualTo("y1");
    }

    @ParameterizedTest
    @CsvSource({
        "OVER_PORT, 9000, port",
        "OVER_A_B_PORT, 9000, a.b.port",
        "OVER_A_B_C_PORT, 9000, a.b-c.port",
        "OVER_A_B_C_PORT, 9000, a.b.c.port"
    })
    void overriddenBy_variable_winsOverFile(String variable, String value, String path) {
        String[] keys = path.equals("a.b.c.port") ? new String[] {"a", "b.c", "port"} : path.split("\\.");
        String toml = "port = 1\n[a.b]\nport = 2\n[a.b-c]\nport = 3\n[a.\"b.c\"]\nport = 4\n";

        Loaded<Integer> loaded = ForeignFile.parse("x.toml", toml, Environment.of(Map.of(variable, value)))
                .overriddenBy("over")
                .bind(root -> port(root, keys));

        assertThat(loaded.orThrow()).isEqualTo(9000);
    }

    private static int port(Section root, String... keys) {
        Section section = root;
        for (int i = 0; i < keys.length - 1; i++) {
            section = section.section(keys[i]);
        }
        return section.integer(keys[keys.length - 1], Range.PORT);
    }

    @Test
    void overriddenBy_badVariable_isToldWithoutItsValue() {
        Loaded<ExampleConfig> loaded = bind("x.toml", "port = 1\n", Map.of("OVER_PORT", "canary"));

        assertThat(loaded.text())
                .isEqualTo("environment variable OVER_PORT: port: *** (expected: an integer from 1 to 65535)");
    }

    @Test
    void overriddenBy_emptyOrOtherVariable_changesNothing() {
        Loaded<ExampleConfig> loaded = bind("x.toml", "port = 1\n", Map.of("OVER_PORT", "", "PORT", "7"));

        assertThat(loaded.orThrow().port()).isEqualTo(1);
    }

    @Test
    void list_oneText_isSplitAtCommasAndBlanks() {
        Loaded<List<String>> loaded = ForeignFile.parse("x.yaml", "servers: 'a:1, b:2  c:3'", Environment.of(Map.of()))
                .bind(root -> root.strings("servers"));

        assertThat(loaded.orThrow()).containsExactly("a:1", "b:2", "c:3");
    }

    @Test
    void bind_unknownKey_isAWarningWithTheNearest() {
        Loaded<ExampleConfig> loaded = bind("x.toml", "prot = 1\n", Map.of());

        assertThat(loaded.value()).isPresent();
        assertThat(loaded.warnings())
                .extracting(Problem::text)
                .containsExactly("x.toml:1: prot: unknown key, it is ignored (did you mean port?)");
    }

    private static Loaded<ExampleConfig> bind(String name, String text, Map<String, String> environment) {
        return ForeignFile.parse(name, text, Environment.of(environment))
                .overriddenBy("OVER")
                .bind(ExampleConfig::of);
    }
}
