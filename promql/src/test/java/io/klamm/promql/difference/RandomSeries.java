package io.klamm.promql.difference;

import io.klamm.model.series.Labels;
import io.klamm.model.series.StaleMarker;
import io.klamm.storage.Appender;
import io.klamm.storage.memory.MemoryStorage;
import io.klamm.storage.remote.wire.LabelFields;
import io.klamm.storage.remote.wire.ProtoWriter;
import io.klamm.storage.remote.wire.SnappyBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/**
 * Three hours of made-up series with gaps, resets and stale markers. No sample lies on a whole second, no counter comes near zero, and none has both gaps and
 * resets: there the versions of Prometheus differ.
 */
final class RandomSeries {

    static final long BEGIN = 1_700_000_040_000L;
    static final long LENGTH = 3 * 3_600_000L;
    private static final int INTERVAL = 15_000;

    /** One sample. */
    record Sample(long time, double value) {}

    private final Random random;
    private final Map<Labels, List<Sample>> series = new LinkedHashMap<>();

    RandomSeries(Random random) {
        this.random = random;
        for (int i = 0; i < 18; i++) {
            add(this::wander, "lag", "group", "g" + i % 3, "topic", "t" + i / 3 % 2, "partition", "" + i / 6);
        }
        for (int i = 0; i < 12; i++) {
            add(
                    counter(40, i % 3 == 0),
                    "offset_total",
                    "topic",
                    "t" + i / 3 % 2,
                    "partition",
                    "" + i % 3,
                    "broker",
                    "b" + i / 6);
        }
        for (int i = 0; i < 3; i++) {
            add(step -> 10 * random.nextDouble() - 2, "load", "broker", "b" + i);
            add(step -> 1, "broker_info", "broker", "b" + i, "rack", "r" + i % 2);
            buckets(i);
        }
        add(step -> step % 7 == 3 ? Double.NaN : step, "odd", "kind", "nan");
        add(step -> step % 11 == 5 ? Double.POSITIVE_INFINITY : -step, "odd", "kind", "infinite");
    }

    private double level = 500;

    private double wander(int step) {
        level = Math.max(100, level + random.nextInt(41) - 20);
        return random.nextInt(5) == 0 ? level : Math.rint(level);
    }

    private IntToDoubleFunction counter(int most, boolean resets) {
        double[] value = {100_000 + random.nextInt(50_000)};
        return step -> {
            boolean reset = resets && step > 40 && random.nextInt(90) == 0;
            value[0] = reset ? 50_000 + random.nextInt(1000) : value[0] + random.nextInt(most);
            return value[0];
        };
    }

    private void buckets(int broker) {
        int[] counts = new int[5];
        Arrays.fill(counts, 20_000);
        String[] bounds = {"0.1", "0.5", "1", "5", "+Inf"};
        double[][] columns = new double[5][(int) (LENGTH / INTERVAL)];
        for (int step = 0; step < columns[0].length; step++) {
            int sum = 0;
            for (int i = 0; i < 5; i++) {
                counts[i] += random.nextInt(6);
                sum += counts[i];
                columns[i][step] = sum;
            }
        }
        for (int i = 0; i < 5; i++) {
            double[] column = columns[i];
            add(step -> column[step], "size_bytes_bucket", "broker", "b" + broker, "le", bounds[i]);
        }
    }

    private void add(IntToDoubleFunction values, String name, String... labels) {
        List<String> pairs = new ArrayList<>(List.of("__name__", name));
        pairs.addAll(List.of(labels));
        List<Sample> samples = new ArrayList<>();
        long phase = 1L + random.nextInt(INTERVAL - 20);
        boolean gaps = !name.equals("offset_total") || !labels[3].equals("0");
        int gap = 0;
        for (int step = 0; step < LENGTH / INTERVAL; step++) {
            double value = values.applyAsDouble(step);
            long time = BEGIN + (long) step * INTERVAL + phase + random.nextInt(7);
            time += time % 1000 == 0 ? 1 : 0;
            if (gap > 0) {
                gap--;
            } else if (gaps && random.nextInt(60) == 0) {
                samples.add(new Sample(time, StaleMarker.VALUE));
                gap = random.nextInt(40);
            } else {
                gap = gaps && random.nextInt(80) == 0 ? random.nextInt(40) : 0;
                samples.add(new Sample(time, value));
            }
        }
        series.put(Labels.of(pairs.toArray(new String[0])), samples);
    }

    MemoryStorage store() {
        MemoryStorage store = new MemoryStorage();
        try (Appender appender = store.appender("test")) {
            appender.begin(0);
            series.forEach((labels, samples) ->
                    samples.forEach(sample -> appender.append(appender.series(labels), sample.time, sample.value)));
            appender.commit();
        }
        return store;
    }

    /** The same as requests of remote write, so that the times of all series rise together. */
    List<byte[]> remoteWrites() {
        List<byte[]> requests = new ArrayList<>();
        long part = LENGTH / 6;
        for (long from = BEGIN; from < BEGIN + LENGTH + INTERVAL; from += part) {
            ProtoWriter request = new ProtoWriter();
            for (Map.Entry<Labels, List<Sample>> one : series.entrySet()) {
                int begun = request.begin(1);
                LabelFields.write(request, 1, one.getKey());
                for (Sample sample : one.getValue()) {
                    if (sample.time >= from && sample.time < from + part) {
                        int inner = request.begin(2);
                        request.float64(1, sample.value).varint(2, sample.time).end(inner);
                    }
                }
                request.end(begun);
            }
            requests.add(SnappyBlock.encode(request.array(), request.size()));
        }
        return requests;
    }
}
