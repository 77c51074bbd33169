package io.klamm.tsdb.head;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.series.Labels;
import io.klamm.tsdb.block.SeriesSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes the samples of a block into memory, and insists on the order that sinks are promised. */
final class CollectingSink implements SeriesSink {

    final Map<Labels, Map<Long, Long>> samples = new TreeMap<>();
    final List<String> groups = new ArrayList<>();
    /** Samples whose times are not among the rows of their group. */
    int ownTimes;

    private final Map<Integer, Set<Long>> rows = new HashMap<>();
    private final Map<Integer, Long> lastRow = new HashMap<>();
    private @Nullable Labels series;
    private long last;

    @Override
    public int group(String name) {
        assertThat(series).isNull();
        assertThat(groups).doesNotContain(name);
        groups.add(name);
        return groups.size() - 1;
    }

    @Override
    public void rows(long[] times, int offset, int length) {
        assertThat(series).isNull();
        int group = groups.size() - 1;
        for (int i = offset; i < offset + length; i++) {
            assertThat(times[i]).isGreaterThan(lastRow.getOrDefault(group, Long.MIN_VALUE));
            lastRow.put(group, times[i]);
            rows.computeIfAbsent(group, key -> new HashSet<>()).add(times[i]);
        }
    }

    @Override
    public void series(Labels labels) {
        if (series != null) {
            assertThat(labels).isGreaterThan(series);
        }
        series = labels;
        last = Long.MIN_VALUE;
    }

    @Override
    public void samples(int group, long[] times, double[] values, int offset, int length) {
        assertThat(series).isNotNull();
        Map<Long, Long> into = samples.computeIfAbsent(series, key -> new TreeMap<>());
        for (int i = offset; i < offset + length; i++) {
            assertThat(times[i]).isGreaterThan(last);
            last = times[i];
            into.put(times[i], Double.doubleToRawLongBits(values[i]));
            ownTimes += group != NO_GROUP && rows.getOrDefault(group, Set.of()).contains(times[i]) ? 0 : 1;
        }
    }
}
