package io.klamm.tsdb.block;

import io.klamm.model.series.Labels;
import io.klamm.storage.MatchType;
import io.klamm.storage.Matcher;
import io.klamm.storage.Querier;
import io.klamm.storage.SampleBuffer;
import io.klamm.storage.SelectHints;
import io.klamm.storage.Selection;
import io.klamm.storage.SeriesSet;
import io.klamm.tsdb.chunk.ValueShapes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/** Series of several writers, with gaps, late samples, stale markers and all the rest, at random; and how to put them into a block and read them back. */
final class RandomSeries {

    static final Matcher ANY = new Matcher(MatchType.REGEX, Labels.NAME, ".*");

    private static final int GROUPS = 3;

    /** For each series its samples: the bits of the value by time. */
    final NavigableMap<Labels, NavigableMap<Long, Long>> samples = new TreeMap<>();

    private final Map<Labels, Integer> groupOf = new TreeMap<>();
    private final List<NavigableMap<Long, Boolean>> rows = new ArrayList<>();

    /** So many series, each of one of three groups or of none, with up to so many samples from a time on. */
    RandomSeries(Random random, int series, int most, long start) {
        for (int i = 0; i < GROUPS; i++) {
            rows.add(new TreeMap<>());
            long time = start + random.nextInt(15_000);
            for (int row = 0; row < most; row++) {
                rows.get(i).put(time + (i == 0 ? 0 : random.nextInt(5)), true);
                time += random.nextInt(100) == 0 ? 60_000 : 15_000;
            }
        }
        for (int i = 0; i < series; i++) {
            Labels labels = Labels.of(
                    Labels.NAME, "metric_" + random.nextInt(3), "instance", "i" + random.nextInt(5), "series", "s" + i);
            int group = random.nextInt(GROUPS + 1) - 1;
            groupOf.put(labels, group);
            samples.put(labels, group < 0 ? loose(random, most, start) : grouped(random, rows.get(group)));
        }
    }

    private static NavigableMap<Long, Long> loose(Random random, int most, long start) {
        TreeSet<Long> times = new TreeSet<>();
        for (int i = random.nextInt(most); i >= 0; i--) {
            times.add(start + random.nextInt(most * 15_000));
        }
        return valued(random, new ArrayList<>(times));
    }

    private static NavigableMap<Long, Long> grouped(Random random, NavigableMap<Long, Boolean> rows) {
        int missing = random.nextInt(3) == 0 ? 20 : 0;
        List<Long> times = new ArrayList<>();
        int from = random.nextInt(4) == 0 ? random.nextInt(rows.size()) : 0;
        int row = 0;
        for (long time : rows.keySet()) {
            if (row++ >= from && random.nextInt(100) >= missing) {
                times.add(random.nextInt(200) == 0 ? time + 1 : time);
            }
        }
        return valued(random, new ArrayList<>(new TreeSet<>(times)));
    }

    private static NavigableMap<Long, Long> valued(Random random, List<Long> times) {
        NavigableMap<Long, Long> samples = new TreeMap<>();
        if (!times.isEmpty()) {
            double[] values = ValueShapes.random(random, times.size());
            for (int i = 0; i < values.length; i++) {
                samples.put(times.get(i), Double.doubleToRawLongBits(values[i]));
            }
        }
        return samples;
    }

    void writeTo(SeriesSink sink) throws IOException {
        for (int i = 0; i < GROUPS; i++) {
            sink.group("writer-" + i);
            long[] times =
                    rows.get(i).keySet().stream().mapToLong(Long::longValue).toArray();
            sink.rows(times, 0, times.length / 2);
            sink.rows(times, times.length / 2, times.length - times.length / 2);
        }
        for (Map.Entry<Labels, NavigableMap<Long, Long>> one : samples.entrySet()) {
            sink.series(one.getKey());
            long[] times =
                    one.getValue().keySet().stream().mapToLong(Long::longValue).toArray();
            double[] values = one.getValue().values().stream()
                    .mapToDouble(Double::longBitsToDouble)
                    .toArray();
            sink.samples(groupOf.getOrDefault(one.getKey(), SeriesSink.NO_GROUP), times, values, 0, times.length);
        }
    }

    /** What a reader of a span should see. */
    NavigableMap<Labels, NavigableMap<Long, Long>> within(long from, long to) {
        NavigableMap<Labels, NavigableMap<Long, Long>> seen = new TreeMap<>();
        samples.forEach((labels, all) -> {
            if (from <= to && !all.subMap(from, true, to, true).isEmpty()) {
                seen.put(labels, new TreeMap<>(all.subMap(from, true, to, true)));
            }
        });
        return seen;
    }

    static NavigableMap<Labels, NavigableMap<Long, Long>> read(Querier querier, List<String> warnings) {
        NavigableMap<Labels, NavigableMap<Long, Long>> found = new TreeMap<>();
        SeriesSet set = querier.select(new Selection(List.of(ANY), true, SelectHints.NONE));
        SampleBuffer buffer = new SampleBuffer();
        while (set.next()) {
            buffer.clear();
            set.at().read(buffer);
            NavigableMap<Long, Long> samples = new TreeMap<>();
            for (int i = 0; i < buffer.size(); i++) {
                samples.put(buffer.time(i), Double.doubleToRawLongBits(buffer.value(i)));
            }
            if (samples.size() != buffer.size()
                    || (found.size() > 0 && found.lastKey().compareTo(set.at().labels()) >= 0)) {
                throw new AssertionError("a time or a series comes twice, or not in order: "
                        + set.at().labels());
            }
            found.put(set.at().labels(), samples);
        }
        warnings.addAll(set.warnings());
        return found;
    }
}
