package io.klamm.tsdb.head;

import io.klamm.storage.SampleBuffer;
import io.klamm.tsdb.block.SeriesSink;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Gives all samples of a span to whoever writes a block. For one thread. */
final class BlockFeed {

    private static final int PORTION = 4096;

    private final HeadState state;
    private final long from;
    private final long to;
    private final HeadScratch scratch;
    private final Map<String, GroupTimes> groups = new TreeMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** Of {@code from <= time <= to}. */
    BlockFeed(HeadState state, long from, long to) {
        this.state = state;
        this.from = from;
        this.to = to;
        this.scratch = new HeadScratch(state.counters);
    }

    /** Feeds a sink; how many samples that were. */
    long feed(SeriesSink sink) throws IOException {
        HeadSeries[] all = state.all();
        collectGroups(all);
        for (Map.Entry<String, GroupTimes> group : groups.entrySet()) {
            int number = sink.group(group.getKey());
            numbers.put(group.getKey(), number);
            long[] times = group.getValue().sorted();
            sink.rows(times, 0, times.length);
        }
        Arrays.sort(all, Comparator.comparing(series -> series.labels));
        SampleBuffer samples = new SampleBuffer();
        long fed = 0;
        for (HeadSeries series : all) {
            samples.clear();
            HeadView view = view(series);
            view.read(samples);
            if (samples.size() > 0) {
                sink.series(series.labels);
                Integer group = view.group() == null ? null : numbers.get(view.group());
                sink.samples(
                        group == null ? SeriesSink.NO_GROUP : group,
                        samples.times(),
                        samples.values(),
                        0,
                        samples.size());
                fed += samples.size();
            }
        }
        return fed;
    }

    private HeadView view(HeadSeries series) {
        state.lock.readLock().lock();
        try {
            return new HeadView(series, from, to, scratch);
        } finally {
            state.lock.readLock().unlock();
        }
    }

    private void collectGroups(HeadSeries[] all) {
        Set<Object> seen = new HashSet<>();
        Portions.each(all, state.lock.readLock(), PORTION, series -> {
            Column[] columns = series.columns;
            for (int i = 0; columns != null && i < columns.length; i++) {
                Column column = columns[i];
                String name = column.group();
                if (name != null && seen.add(column.times())) {
                    times(name).add(column.times(), from, to);
                }
            }
            Timeline line = series.timeline;
            String group = line == null ? null : line.group();
            if (line != null && group != null && series.tailCount > 0 && seen.add(line)) {
                times(group).add(line, from, to);
            }
        });
        groups.values().removeIf(GroupTimes::isEmpty);
    }

    private GroupTimes times(String group) {
        return groups.computeIfAbsent(group, name -> new GroupTimes());
    }
}
