package io.klamm.lab.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortPlanTest {

    private static final Path DIR = Path.of("lab");

    @Test
    void nodes_default_brokersFrom9092() {
        LabConfig config = LabConfig.in(DIR).build();

        assertThat(config.bootstrapServers()).isEqualTo("127.0.0.1:9092,127.0.0.1:9093,127.0.0.1:9094");
        assertThat(new PortPlan(config).nodes())
                .containsExactly(
                        new Node(101, Role.CONTROLLER, 9192, 9392),
                        new Node(1, Role.BROKER, 9092, 9292),
                        new Node(2, Role.BROKER, 9093, 9293),
                        new Node(3, Role.BROKER, 9094, 9294));
    }

    @Test
    void all_largestLab_everyPortOnceAndBelowTheEphemeralRange() {
        LabConfigBuilder config = LabConfig.in(DIR)
                .brokers(PortPlan.MOST_BROKERS)
                .controllers(PortPlan.MOST_CONTROLLERS)
                .kafkaPort(PortPlan.HIGHEST_BASE);
        for (int i = 0; i < PortPlan.MOST_LISTENERS; i++) {
            config.listener(new LabListener("L" + i, "SSL", Map.of()));
        }

        List<Integer> ports = new PortPlan(config.build())
                .all().stream().map(PortPlan.PortUse::port).toList();

        assertThat(ports).doesNotHaveDuplicates().hasSize(2 * 29 + 4 * 20).allMatch(port -> port < 32768);
    }

    @Test
    void addresses_furtherListener_atTheHostThatClientsAreTold() {
        LabConfig config = LabConfig.in(DIR)
                .brokers(2)
                .listener(new LabListener("TLS", "SSL", Map.of()))
                .listener(new LabListener("KERBEROS", "SASL_PLAINTEXT", "localhost", Map.of()))
                .build();

        assertThat(new PortPlan(config).addresses("KERBEROS")).isEqualTo("localhost:9132,localhost:9133");
        assertThatThrownBy(() -> new PortPlan(config).addresses("OAUTH"))
                .hasMessage("listener: OAUTH (expected: one of [TLS, KERBEROS])");
    }

    @Test
    void config_outOfBounds_saysWhatIsExpected() {
        assertThatThrownBy(() -> LabConfig.in(DIR).brokers(0).build()).hasMessage("brokers: 0 (expected: 1 to 20)");
        assertThatThrownBy(() -> LabConfig.in(DIR).kafkaPort(40_000).build())
                .hasMessage("kafka port: 40000 (expected: 1024 to 32400)");
        assertThatThrownBy(() -> LabConfig.in(DIR).user("ann", "secret").build())
                .hasMessage("users: [ann] (expected: none where sasl is none)");
        assertThatThrownBy(() -> new LabListener("CLIENT", "SSL", Map.of())).hasMessageContaining("not CLIENT");
    }
}
