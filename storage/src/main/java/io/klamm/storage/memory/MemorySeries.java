package io.klamm.storage.memory;

import io.klamm.model.series.Labels;
import io.klamm.storage.Outcome;
import java.util.Arrays;

/** All samples of one series, sorted by time. Guarded by the store's lock. */
final class MemorySeries {

    private final Labels labels;
    private long[] times = new long[16];
    private double[] values = new double[16];
    private int size;

    MemorySeries(Labels labels) {
        this.labels = labels;
    }

    Labels labels() {
        return labels;
    }

    /** What would become of a sample; {@code lateWindow} is how much older than the newest it may be, in milliseconds. */
    Outcome outcome(long time, double value, long lateWindow) {
        if (size == 0 || time > times[size - 1]) {
            return Outcome.APPENDED;
        }
        int at = Arrays.binarySearch(times, 0, size, time);
        if (at >= 0) {
            return Outcomes.sameTime(values[at], value);
        }
        if (lateWindow == 0) {
            return Outcome.OUT_OF_ORDER;
        }
        return times[size - 1] - time <= lateWindow ? Outcome.APPENDED : Outcome.TOO_OLD;
    }

    void add(long time, double value) {
        int at = Arrays.binarySearch(times, 0, size, time);
        if (at >= 0) {
            return;
        }
        int place = -at - 1;
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        System.arraycopy(times, place, times, place + 1, size - place);
        System.arraycopy(values, place, values, place + 1, size - place);
        times[place] = time;
        values[place] = value;
        size++;
    }

    /** A copy of the samples of {@code from <= time <= to}. */
    MemorySpan span(long from, long to) {
        int begin = firstAtOrAfter(from);
        int end = to == Long.MAX_VALUE ? size : firstAtOrAfter(to + 1);
        return new MemorySpan(
                labels,
                Arrays.copyOfRange(times, begin, Math.max(begin, end)),
                Arrays.copyOfRange(values, begin, Math.max(begin, end)));
    }

    boolean within(long from, long to) {
        int begin = firstAtOrAfter(from);
        return begin < size && times[begin] <= to;
    }

    private int firstAtOrAfter(long time) {
        int at = Arrays.binarySearch(times, 0, size, time);
        return at >= 0 ? at : -at - 1;
    }
}
