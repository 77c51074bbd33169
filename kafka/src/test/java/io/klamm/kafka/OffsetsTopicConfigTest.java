package io.klamm.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.config.Environment;
import io.klamm.config.Loaded;
import io.klamm.config.YamlFile;
import io.klamm.kafka.OffsetsTopicConfig.Reading;
import io.klamm.kafka.OffsetsTopicConfig.Start;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is refused is in {@code bad/offsets-topic.yaml}. */
class OffsetsTopicConfigTest {

    private static OffsetsTopicConfig only(String section) {
        Loaded<List<ClusterConfig>> loaded = YamlFile.parse(
                        "klamm.yaml",
                        "clusters: [{name: a, bootstrap-servers: 'b:9092', " + section + "}]",
                        Environment.ofProcess())
                .bind(root -> root.sections("clusters", ClusterConfig::bind));
        assertThat(loaded.problems()).isEmpty();
        return loaded.orThrow().get(0).offsetsTopic();
    }

    @Test
    void bind_nothingSaid_readsTheLastTenMinutes() {
        assertThat(only("interval: 15s"))
                .isEqualTo(new OffsetsTopicConfig(
                        Reading.AUTO, "__consumer_offsets", new Start.Recent(Duration.ofMinutes(10))))
                .isEqualTo(OffsetsTopicConfig.defaults());
    }

    @Test
    void bind_starts_areWhatTheKeysSay() {
        assertThat(only("offsets-topic: {backfill: 1h}").start()).isEqualTo(new Start.Recent(Duration.ofHours(1)));
        assertThat(only("offsets-topic: {backfill: 0}").start()).isEqualTo(new Start.Recent(Duration.ZERO));
        assertThat(only("offsets-topic: {backfill: all}").start()).isEqualTo(new Start.Oldest());
        assertThat(only("offsets-topic: {start-latest: true}").start()).isEqualTo(new Start.Recent(Duration.ZERO));
        assertThat(only("offsets-topic: {start-latest: true, backfill-earliest: true}")
                        .start())
                .isEqualTo(new Start.LatestThenOldest());
    }

    @Test
    void bind_offAndOtherName_areTaken() {
        OffsetsTopicConfig config = only("offsets-topic: {read: off, name: copy.of_offsets-1}");

        assertThat(config.reading()).isEqualTo(Reading.OFF);
        assertThat(config.topic()).isEqualTo("copy.of_offsets-1");
    }
}
