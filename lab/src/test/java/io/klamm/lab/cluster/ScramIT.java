package io.klamm.lab.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.lab.LabException;
import io.klamm.lab.topic.Topics;
import io.klamm.lab.traffic.ProducerPlan;
import io.klamm.lab.traffic.RateProducer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScramIT {

    @Test
    void scram_clientFileWorks_othersAreRefused() throws IOException {
        try (TestLab test = TestLab.start(lab -> lab.brokers(2).sasl(Sasl.SCRAM).user("ann", "ann's \"secret\""))) {
            Map<String, Object> client = new HashMap<>(
                    PropertiesText.read(Files.readString(test.lab().clientPropertiesFile())));
            client.put("bootstrap.servers", test.lab().bootstrapServers());
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(test.lab().clientPropertiesFile())))
                    .isEqualTo("rw-------");
            try (Topics topics = Topics.connect(client)) {
                topics.create("t", 2, 2, Map.of());
                assertThat(topics.describe("t").partitions()).noneMatch(partition -> partition.underReplicated());
            }
            try (RateProducer producer =
                    RateProducer.start(client, ProducerPlan.of("t", 0).withMessages(100), each -> {})) {
                assertThat(producer.await(Duration.ofSeconds(30))).isTrue();
            }
            client.putAll(test.lab().clientProperties("ann"));
            try (Topics topics = Topics.connect(client)) {
                assertThat(topics.exists("t")).isTrue();
            }
            client.replaceAll((key, value) ->
                    key.equals("sasl.jaas.config") ? value.toString().replace("secret", "guess") : value);
            try (Topics topics = Topics.connect(client)) {
                assertThatThrownBy(() -> topics.exists("t"))
                        .isInstanceOf(LabException.class)
                        .hasMessageContaining("Authentication failed");
            }
        }
    }
}
