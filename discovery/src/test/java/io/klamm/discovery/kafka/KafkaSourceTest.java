package io.klamm.discovery.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.config.YamlFile;
import io.klamm.discovery.group.Found;
import io.klamm.discovery.group.TargetGroup;
import io.klamm.model.Broker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaSourceTest {

    private Optional<List<Broker>> brokers = Optional.empty();

    @Test
    void look_brokers_oneTargetBesideEach() {
        brokers = Optional.of(List.of(
                new Broker(1, "b1", 9092, "rack-a", false),
                new Broker(2, "2001:db8::2", 9093, null, false),
                new Broker(3, "", -1, null, true)));
        Found found = look("7071");
        TargetGroup group = found.groups().orElseThrow().get(0);
        assertThat(group.labels().toMap()).hasToString("{__meta_kafka_cluster=live}");
        assertThat(group.targets())
                .extracting(target -> target.toMap().toString())
                .containsExactly(
                        "{__address__=b1:7071, __meta_kafka_broker_fenced=false, __meta_kafka_broker_host=b1, __meta_kafka_broker_id=1, __meta_kafka_broker_port=9092, __meta_kafka_broker_rack=rack-a}",
                        "{__address__=[2001:db8::2]:7071, __meta_kafka_broker_fenced=false, __meta_kafka_broker_host=2001:db8::2, __meta_kafka_broker_id=2, __meta_kafka_broker_port=9093}");
        assertThat(found.problems()).containsExactly("broker 3 of live: no address by port 7071");
    }

    @Test
    void look_clusterNotSeen_keepsWhatWasFound() {
        Found found = look("7071");
        assertThat(found.groups()).isEmpty();
        assertThat(found.problems())
                .containsExactly("kafka cluster live: not seen yet (expected: a cluster that is watched)");
    }

    @ParameterizedTest
    @CsvSource({"7071,7071", "707{id},7072", "{id+7070},7072", "{port},9092", "{port+1000},10092", "1{id}{id},122"})
    void port_template_followsTheBroker(String template, String port) {
        PortTemplate parsed = PortTemplate.parse(template).orElseThrow();
        assertThat(parsed.port(new Broker(2, "b", 9092, null, false))).contains(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "65536", "a", "{host}", "70{id", "{id-1}", "7071 "})
    void port_thatIsNone_isAProblem(String template) {
        assertThat(YamlFile.parseVerbatim("p.yml", "{cluster: live, port: '" + template + "'}")
                        .bind(KafkaConfig::bind)
                        .text())
                .contains("a port from 1 to 65535");
    }

    @Test
    void port_outOfRange_isNone() {
        assertThat(PortTemplate.parse("{id+65000}").orElseThrow().port(new Broker(999, "b", 9092, null, false)))
                .isEmpty();
    }

    private Found look(String port) {
        KafkaConfig config = new KafkaConfig("live", port, Duration.ofSeconds(15));
        return new KafkaSource(config, cluster -> cluster.equals("live") ? brokers : Optional.empty())
                .look()
                .join();
    }
}
