package io.klamm.metrics.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.metrics.Family;
import io.klamm.model.series.Labels;
import io.klamm.model.series.StaleMarker;
import io.klamm.storage.MatchType;
import io.klamm.storage.Matcher;
import io.klamm.storage.Querier;
import io.klamm.storage.SampleBuffer;
import io.klamm.storage.Selection;
import io.klamm.storage.SeriesSet;
import io.klamm.storage.memory.MemoryStorage;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ClusterHistoryTest {

    private final MemoryStorage store = new MemoryStorage();
    private final StoreSink sink =
            new StoreSink(store.appender("kafka/prod"), Labels.of("job", "klamm", "instance", "prod"), "prod");
    private long now = 1_000;

    @Test
    void sample_sameSeriesEachReading_isOneSeries() {
        read(() -> lag("orders", 0, 5), () -> lag("orders", 1, 6));
        read(() -> lag("orders", 0, 7), () -> lag("orders", 1, 8));

        assertThat(stored())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(series("orders", 0), "1000=5.0 2000=7.0", series("orders", 1), "1000=6.0 2000=8.0"));
    }

    @Test
    void end_seriesThatIsGone_isMarkedOnce() {
        read(() -> lag("a", 0, 1), () -> lag("b", 0, 2), () -> lag("c", 0, 3));
        read(() -> lag("a", 0, 1), () -> lag("c", 0, 3));
        read(() -> lag("a", 0, 1), () -> lag("c", 0, 3));
        read(() -> lag("a", 0, 1), () -> lag("b", 0, 9), () -> lag("c", 0, 3));

        assertThat(stored().get(series("b", 0))).isEqualTo("1000=2.0 2000=stale 4000=9.0");
        assertThat(stored().get(series("a", 0))).isEqualTo("1000=1.0 2000=1.0 3000=1.0 4000=1.0");
        assertThat(stored().get(series("c", 0))).isEqualTo("1000=3.0 2000=3.0 3000=3.0 4000=3.0");
    }

    @Test
    void sample_lagExportersMetric_hasBothNamesOfTheCluster() {
        read(() -> sink.sample(Family.POLL_TIME, sink.labels(), -1, sink.labels(), 12));

        assertThat(stored())
                .containsOnlyKeys(Labels.of(
                        Labels.NAME,
                        "kafka_consumergroup_poll_time_ms",
                        "cluster",
                        "prod",
                        "cluster_name",
                        "prod",
                        "instance",
                        "prod",
                        "job",
                        "klamm"));
    }

    @Test
    void sample_groupNamedLikeALabel_staysAValue() {
        read(() -> lag("a\",partition=\"9", 0, 1));

        assertThat(stored()).containsOnlyKeys(series("a\",partition=\"9", 0));
    }

    private void lag(String group, int partition, long value) {
        sink.sample(
                Family.GROUP_LAG,
                sink.labels("consumergroup", group),
                partition,
                sink.labels("topic", "orders"),
                value);
    }

    private static Labels series(String group, int partition) {
        return Labels.of(
                Labels.NAME,
                "kafka_consumergroup_lag",
                "cluster",
                "prod",
                "consumergroup",
                group,
                "instance",
                "prod",
                "job",
                "klamm",
                "partition",
                Integer.toString(partition),
                "topic",
                "orders");
    }

    private void read(Runnable... samples) {
        sink.begin(now);
        for (Runnable sample : samples) {
            sample.run();
        }
        sink.end();
        now += 1_000;
    }

    private Map<Labels, String> stored() {
        Map<Labels, String> stored = new TreeMap<>();
        try (Querier querier = store.querier(Long.MIN_VALUE, Long.MAX_VALUE)) {
            SeriesSet set = querier.select(Selection.of(new Matcher(MatchType.REGEX, Labels.NAME, ".+")));
            while (set.next()) {
                SampleBuffer samples = new SampleBuffer();
                set.at().read(samples);
                StringBuilder text = new StringBuilder();
                for (int i = 0; i < samples.size(); i++) {
                    double value = samples.value(i);
                    text.append(i == 0 ? "" : " ")
                            .append(samples.time(i))
                            .append('=')
                            .append(StaleMarker.is(value) ? "stale" : Double.toString(value));
                }
                stored.put(set.at().labels(), text.toString());
            }
        }
        return stored;
    }
}
