package io.klamm.lab.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.lab.topic.Topics;
import io.klamm.lab.traffic.ProducerPlan;
import io.klamm.lab.traffic.ProducerProgress;
import io.klamm.lab.traffic.RateProducer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Three brokers that fail one after the other while a producer goes on. */
class LabClusterIT {

    private static final Duration LONG = Duration.ofSeconds(40);

    @Test
    void brokers_killedStoppedPaused_producerLosesNothing() {
        List<ProducerProgress> reports = new CopyOnWriteArrayList<>();
        try (TestLab test = TestLab.start(lab -> lab.brokers(3));
                Topics topics = Topics.connect(test.client())) {
            LabCluster lab = test.lab();
            assertThat(lab.readyBrokers()).containsExactlyInAnyOrder(1, 2, 3);
            topics.create("test-lag", 3, 3, Map.of());
            try (RateProducer producer =
                    RateProducer.start(test.client(), ProducerPlan.of("test-lag", 200), reports::add)) {

                lab.kill(3);
                assertThat(state(lab, 3)).isEqualTo(NodeState.DOWN);
                assertThat(Await.until(LONG, () -> inSync(topics) == 2))
                        .as("broker 3 left the in-sync replicas")
                        .isTrue();
                assertThat(lab.readyBrokers()).containsExactlyInAnyOrder(1, 2);
                assertThatThrownBy(() -> lab.kill(3)).hasMessage("broker-3: is not running");
                assertThatThrownBy(() -> lab.start(1)).hasMessageContaining("broker-1: already runs as process");

                lab.start(3);
                assertThat(Await.until(LONG, () -> inSync(topics) == 3))
                        .as("broker 3 is back")
                        .isTrue();
                assertThat(lab.readyBrokers()).containsExactlyInAnyOrder(1, 2, 3);

                lab.pause(2);
                assertThat(state(lab, 2)).isEqualTo(NodeState.PAUSED);
                lab.resume(2);
                assertThat(state(lab, 2)).isEqualTo(NodeState.RUNNING);

                lab.stop(2);
                assertThat(Await.until(LONG, () -> inSync(topics) == 2))
                        .as("broker 2 handed over")
                        .isTrue();
                assertThat(producer.await(Duration.ZERO)).isFalse();
            }
        }
        ProducerProgress last = reports.get(reports.size() - 1);
        assertThat(last.errors()).as("%s", last.lastError()).isZero();
        assertThat(last.acknowledged()).isEqualTo(last.sent()).isGreaterThan(1_000);
    }

    private static int inSync(Topics topics) {
        return topics.describe("test-lag").partitions().stream()
                .mapToInt(partition -> partition.inSync().size())
                .min()
                .orElseThrow();
    }

    private static NodeState state(LabCluster lab, int id) {
        return lab.status().nodes().stream()
                .filter(node -> node.node().id() == id)
                .findFirst()
                .orElseThrow()
                .state();
    }
}
