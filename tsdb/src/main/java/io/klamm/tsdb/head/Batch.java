package io.klamm.tsdb.head;

import io.klamm.model.series.Metadata;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The samples of one appender that wait for its commit, as columns. For one thread; {@link #clear} keeps the room. */
final class Batch {

    private static final int MOST_KEPT = 1 << 16;
    private static final Ref[] NONE = new Ref[0];

    Ref[] refs = NONE;
    long[] times = new long[0];
    double[] values = new double[0];
    /** For each sample the one before it of the same series in this batch, or -1. */
    int[] earlier = new int[0];

    int count;
    final Map<String, Metadata> metadata = new HashMap<>();

    void add(Ref ref, long time, double value, int before) {
        if (count == times.length) {
            int more = Math.max(64, count + (count >> 1));
            refs = Arrays.copyOf(refs, more);
            times = Arrays.copyOf(times, more);
            values = Arrays.copyOf(values, more);
            earlier = Arrays.copyOf(earlier, more);
        }
        refs[count] = ref;
        times[count] = time;
        values[count] = value;
        earlier[count] = before;
        count++;
    }

    void clear() {
        if (count > MOST_KEPT && count < refs.length / 4) {
            refs = NONE;
            times = new long[0];
            values = new double[0];
            earlier = new int[0];
        }
        count = 0;
        metadata.clear();
    }
}
