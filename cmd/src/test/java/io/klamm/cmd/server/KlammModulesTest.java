package io.klamm.cmd.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.config.Environment;
import io.klamm.config.YamlFile;
import io.klamm.lag.burrow.BurrowSettings;
import io.klamm.web.burrow.BurrowModules;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KlammModulesTest {

    private static final String FILE = """
            burrow:
              listen: [127.0.0.1:8000, 127.0.0.1:8001]
            clusters:
              - name: main
                bootstrap-servers: k1:9092,k2:9092
                interval: 30s
                client:
                  sasl.jaas.config: org.apache.kafka.common.security.plain.PlainLoginModule required username="u" password="hidden";
            """;

    @Test
    void of_settings_areShownAsBurrowsSections() {
        ServerSettings settings = YamlFile.parse("klamm.yaml", FILE, Environment.of(Map.of()))
                .bind(root -> ServerSettings.bind(root, Path.of("data"), Optional.empty()))
                .orThrow();

        BurrowModules modules =
                KlammModules.of(settings.clusters(), settings.web().burrow(), BurrowSettings.usual());

        assertThat(modules.httpServers())
                .containsExactly(
                        Map.entry("default", new BurrowModules.HttpServer("127.0.0.1:8000", "", 300)),
                        Map.entry("default2", new BurrowModules.HttpServer("127.0.0.1:8001", "", 300)));
        BurrowModules.ClientProfile profile =
                new BurrowModules.ClientProfile("", "klamm", "", Optional.empty(), Optional.empty());
        assertThat(modules.clusters())
                .containsExactly(Map.entry(
                        "main", new BurrowModules.Cluster("kafka", List.of("k1:9092", "k2:9092"), profile, 30, 30)));
        assertThat(modules.consumers()).containsOnlyKeys("main");
        assertThat(modules.storages())
                .containsEntry("default", new BurrowModules.Storage("inmemory", 10, 0, "", 604_800));
        assertThat(modules.toString()).doesNotContain("hidden");
    }
}
