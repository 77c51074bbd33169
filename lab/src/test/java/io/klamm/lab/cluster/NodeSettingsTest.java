package io.klamm.lab.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class NodeSettingsTest {

    private static final Path DIR = Path.of("/lab");
    private static final Credentials CREDENTIALS = new Credentials(Map.of("admin", "a\"1", "klamm", "k2"));

    @Test
    void broker_plaintext_listensOnLoopbackAlone() {
        SortedMap<String, String> settings = settings(LabConfig.in(DIR), 1);

        assertThat(settings)
                .containsEntry("listeners", "CLIENT://127.0.0.1:9092")
                .containsEntry("advertised.listeners", "CLIENT://127.0.0.1:9092")
                .containsEntry("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT")
                .containsEntry("controller.quorum.voters", "101@127.0.0.1:9192")
                .containsEntry("log.cleaner.dedupe.buffer.size", "2097152")
                .containsEntry("auto.create.topics.enable", "false")
                .containsEntry("offsets.topic.replication.factor", "3");
    }

    @Test
    void controller_scram_quorumSpeaksPlain() {
        SortedMap<String, String> settings = settings(LabConfig.in(DIR).sasl(Sasl.SCRAM), 101);

        assertThat(settings)
                .containsEntry("listeners", "CONTROLLER://127.0.0.1:9192")
                .containsEntry("sasl.mechanism.controller.protocol", "PLAIN")
                .containsEntry("sasl.mechanism.inter.broker.protocol", "SCRAM-SHA-512")
                .doesNotContainKey("advertised.listeners");
        assertThat(settings.get("listener.name.controller.plain.sasl.jaas.config"))
                .contains("username=\"admin\" password=\"a\\\"1\"")
                .contains("user_klamm=\"k2\"");
    }

    @Test
    void broker_furtherListenerAndProperties_winAndKnowTheirNode() {
        LabListener tls = new LabListener("TLS", "SSL", "localhost", Map.of("ssl.client.auth", "required"));
        SortedMap<String, String> settings = settings(
                LabConfig.in(DIR)
                        .listener(tls)
                        .brokerProperty("broker.rack", "r{node}")
                        .brokerProperty("num.io.threads", "9"),
                2);

        assertThat(settings)
                .containsEntry("listeners", "CLIENT://127.0.0.1:9093,TLS://127.0.0.1:9113")
                .containsEntry("advertised.listeners", "CLIENT://127.0.0.1:9093,TLS://localhost:9113")
                .containsEntry("listener.name.tls.ssl.client.auth", "required")
                .containsEntry("broker.rack", "r2")
                .containsEntry("num.io.threads", "9");
    }

    @Test
    void client_eachSasl_isWhatKafkasToolsRead() {
        assertThat(CREDENTIALS.client(Sasl.NONE, "klamm")).containsExactly(Map.entry("security.protocol", "PLAINTEXT"));
        assertThat(CREDENTIALS.client(Sasl.SCRAM, "klamm"))
                .containsEntry("security.protocol", "SASL_PLAINTEXT")
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
                .containsEntry(
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"klamm\" password=\"k2\";");
        assertThatThrownBy(() -> CREDENTIALS.client(Sasl.PLAIN, "bob"))
                .hasMessage("user: bob (expected: one of [admin, klamm])");
        assertThat(CREDENTIALS).hasToString("Credentials[admin, klamm]");
    }

    private static SortedMap<String, String> settings(LabConfigBuilder builder, int id) {
        LabConfig config = builder.build();
        List<Node> nodes = new PortPlan(config).nodes();
        Node node = nodes.stream().filter(each -> each.id() == id).findFirst().orElseThrow();
        return new NodeSettings(config, CREDENTIALS, new Layout(DIR)).of(node);
    }
}
