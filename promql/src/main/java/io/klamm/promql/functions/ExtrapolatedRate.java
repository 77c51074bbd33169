package io.klamm.promql.functions;

import io.klamm.promql.row.Row;
import io.klamm.promql.row.Windows;
import io.klamm.storage.ChunkSummary;
import io.klamm.storage.SampleBuffer;
import java.util.Arrays;

/**
 * {@code rate}, {@code increase} and {@code delta}: the difference between a window's last and first sample, a counter's falls made good, stretched to the
 * window's edges where the samples reach nearly so far.
 */
final class ExtrapolatedRate extends WindowKernel {

    private static final double CLOSE = 1.1;
    private static final long[] NO_TIMES = {};
    private static final double[] NO_VALUES = {};

    private final boolean counter;
    private final boolean perSecond;
    private long[] times = NO_TIMES;
    private double[] values = NO_VALUES;
    private long range;
    private Windows windows;
    private int[] falls = new int[8];
    private int fallCount;
    private int nextFall;

    ExtrapolatedRate(Windows windows, boolean counter, boolean perSecond) {
        this.windows = windows;
        this.counter = counter;
        this.perSecond = perSecond;
    }

    /** Its first and last sample say all of a chunk, unless a counter fell in between: what it had before each fall is added one after the other. */
    @Override
    public boolean condense(ChunkSummary chunk, long first, long last, SampleBuffer samples) {
        if (counter && chunk.resets() > 0) {
            return false;
        }
        samples.add(first, chunk.first());
        if (last > first) {
            standIns.add(samples.size(), chunk.count() - 2, 0);
            samples.add(last, chunk.last());
        }
        return true;
    }

    @Override
    void prepare(long[] newTimes, double[] newValues, int size, Windows newWindows) {
        times = newTimes;
        values = newValues;
        windows = newWindows;
        range = newWindows.range();
        fallCount = 0;
        nextFall = 0;
        if (counter) {
            findFalls(size);
        }
    }

    private void findFalls(int size) {
        for (int i = 1; i < size; i++) {
            if (values[i] < values[i - 1]) {
                if (fallCount == falls.length) {
                    falls = Arrays.copyOf(falls, fallCount * 2);
                }
                falls[fallCount++] = i;
            }
        }
    }

    @Override
    double value(int step, int low, int high) {
        int last = high - 1;
        if (last == low) {
            return Row.ABSENT;
        }
        double first = values[low];
        double result = values[last] - first;
        if (fallCount > 0) {
            result = withFalls(result, low, last);
        }
        return result * factor(windows.end(step), low, last, first, result);
    }

    /** Adds what was lost at each fall, oldest first: the order matters to the last bit. */
    private double withFalls(double difference, int low, int last) {
        while (nextFall < fallCount && falls[nextFall] <= low) {
            nextFall++;
        }
        double result = difference;
        for (int i = nextFall; i < fallCount && falls[i] <= last; i++) {
            result += values[falls[i] - 1];
        }
        return result;
    }

    private double factor(long end, int low, int last, double first, double result) {
        double toStart = (times[low] - (end - range)) / 1000.0;
        double toEnd = (end - times[last]) / 1000.0;
        double sampled = (times[last] - times[low]) / 1000.0;
        double between = sampled / (last - low + standIns.more(low, last + 1));
        double threshold = between * CLOSE;
        if (toStart >= threshold) {
            toStart = between / 2;
        }
        if (counter && result > 0 && first >= 0) {
            toStart = Math.min(toStart, sampled * (first / result));
        }
        if (toEnd >= threshold) {
            toEnd = between / 2;
        }
        double factor = (sampled + toStart + toEnd) / sampled;
        return perSecond ? factor / (range / 1000.0) : factor;
    }
}
