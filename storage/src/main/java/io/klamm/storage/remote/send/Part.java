package io.klamm.storage.remote.send;

import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one request carries: columns of samples, those of a series together and by time; or descriptions of metrics. */
final class Part {

    private final List<Labels> labels;
    private final int[] begins;
    private final long[] times;
    private final double[] values;
    private final Map<String, Metadata> metadata;

    /** @param begins where the samples of each series begin, and one more: the number of samples */
    private Part(List<Labels> labels, int[] begins, long[] times, double[] values, Map<String, Metadata> metadata) {
        this.labels = labels;
        this.begins = begins;
        this.times = times;
        this.values = values;
        this.metadata = metadata;
    }

    static Part of(List<SentSeries> series, Round round) {
        Builder builder = new Builder(series.size());
        for (SentSeries one : series) {
            builder.series(one.labels());
            for (int row = one.first(); row != SentSeries.NONE; row = round.next(row)) {
                builder.sample(round.time(row), round.value(row));
            }
        }
        return builder.build();
    }

    static Part of(Map<String, Metadata> metadata) {
        return new Part(List.of(), new int[] {0}, new long[0], new double[0], new TreeMap<>(metadata));
    }

    Map<String, Metadata> metadata() {
        return metadata;
    }

    int series() {
        return labels.size();
    }

    int samples() {
        return begins[labels.size()];
    }

    Labels labels(int index) {
        return labels.get(index);
    }

    /** Where the samples of a series begin; those of the next follow its last. */
    int begin(int index) {
        return begins[index];
    }

    long time(int sample) {
        return times[sample];
    }

    double value(int sample) {
        return values[sample];
    }

    long firstTime() {
        return Arrays.stream(times).min().orElse(0);
    }

    long lastTime() {
        return Arrays.stream(times).max().orElse(0);
    }

    /**
     * Two halves, to find out what of the whole is refused: the older and the newer samples, else the first and the last series. Of one sample
     * there are none.
     */
    List<Part> halves() {
        if (samples() < 2) {
            return List.of();
        }
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        long middle = sorted[sorted.length / 2];
        boolean byTime = sorted[0] < middle || middle < sorted[sorted.length - 1];
        long border = sorted[0] < middle ? middle : middle + 1;
        Builder low = new Builder(series());
        Builder high = new Builder(series());
        for (int s = 0; s < series(); s++) {
            low.series(labels.get(s));
            high.series(labels.get(s));
            for (int i = begins[s]; i < begins[s + 1]; i++) {
                boolean first = byTime ? times[i] < border : i < samples() / 2;
                (first ? low : high).sample(times[i], values[i]);
            }
        }
        return List.of(low.build(), high.build());
    }

    /** Gathers series by series; one without samples is left out. */
    private static final class Builder {
        private final List<Labels> labels;
        private int[] begins;
        private long[] times = new long[256];
        private double[] values = new double[256];
        private int samples;

        Builder(int series) {
            labels = new ArrayList<>(series);
            begins = new int[series + 1];
        }

        void series(Labels of) {
            if (!labels.isEmpty() && begins[labels.size() - 1] == samples) {
                labels.remove(labels.size() - 1);
            }
            begins[labels.size()] = samples;
            labels.add(of);
        }

        void sample(long time, double value) {
            if (samples == times.length) {
                times = Arrays.copyOf(times, samples * 2);
                values = Arrays.copyOf(values, samples * 2);
            }
            times[samples] = time;
            values[samples++] = value;
        }

        Part build() {
            if (!labels.isEmpty() && begins[labels.size() - 1] == samples) {
                labels.remove(labels.size() - 1);
            }
            begins = Arrays.copyOf(begins, labels.size() + 1);
            begins[labels.size()] = samples;
            return new Part(labels, begins, Arrays.copyOf(times, samples), Arrays.copyOf(values, samples), Map.of());
        }
    }
}
