package io.klamm.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.ComponentStatus;
import io.klamm.model.ComponentStatus.State;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterCollectorTest {

    private static ClusterConfig config(String servers) {
        return new ClusterConfig(
                "c",
                servers,
                Duration.ofSeconds(1),
                NameFilter.all(),
                NameFilter.all(),
                new ClientProperties(Map.of()));
    }

    @Test
    void nextTick_isOnTheGridAndAfterNow() {
        assertThat(ClusterCollector.nextTick(0, 3, 10)).isEqualTo(10);
        assertThat(ClusterCollector.nextTick(0, 10, 10)).isEqualTo(20);
        assertThat(ClusterCollector.nextTick(0, 35, 10)).isEqualTo(40);
        assertThat(ClusterCollector.nextTick(-100, -95, 10)).isEqualTo(-90);
    }

    @Test
    void newCollector_isStartingAndHasNothing() {
        try (ClusterCollector collector =
                new ClusterCollector(config("127.0.0.1:1"), new Recorder(), Clock.systemUTC())) {
            assertThat(collector.status().state()).isEqualTo(State.STARTING);
            assertThat(collector.newest()).isEmpty();
        }
    }

    @Test
    void namesThatDoNotResolve_areAFailureThatIsTriedAgain() {
        Recorder recorder = new Recorder();
        try (ClusterCollector collector =
                new ClusterCollector(config("no-such-host.invalid:9092"), recorder, Clock.systemUTC())) {
            collector.start();
            Practice.await(() -> recorder.failures().size() >= 2);

            ComponentStatus status = collector.status();
            assertThat(status.state()).isEqualTo(State.ERROR);
            assertThat(status.runs()).isGreaterThanOrEqualTo(2).isEqualTo(status.failures());
            assertThat(status.lastError()).contains("No resolvable bootstrap urls");
            assertThat(status.lastSuccess()).isNull();
            assertThat(recorder.published()).isEmpty();
        }
    }

    @Test
    void listenerThatThrows_doesNotEndTheLoop() {
        Recorder recorder = new Recorder() {
            @Override
            public void failed(String error) {
                super.failed(error);
                throw new IllegalStateException("a listener's own mistake");
            }
        };
        try (ClusterCollector collector =
                new ClusterCollector(config("no-such-host.invalid:9092"), recorder, Clock.systemUTC())) {
            collector.start();
            Practice.await(() -> recorder.failures().size() >= 2);
            assertThat(collector.status().errors()).containsOnlyKeys("ConfigException");
        }
    }

    @Test
    void startAfterClose_doesNothing() {
        Recorder recorder = new Recorder();
        ClusterCollector collector = new ClusterCollector(config("127.0.0.1:1"), recorder, Clock.systemUTC());
        collector.close();

        collector.start();
        collector.close();

        assertThat(collector.status().runs()).isZero();
    }
}
