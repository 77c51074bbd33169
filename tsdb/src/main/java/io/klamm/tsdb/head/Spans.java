package io.klamm.tsdb.head;

import io.klamm.storage.SampleBuffer;
import java.util.Arrays;

/** Cuts samples to a span of time. */
final class Spans {

    private Spans() {}

    /** Of the samples from a place on, sorted by time, keeps those of {@code from <= time <= to}. */
    static void clip(SampleBuffer samples, int begin, long from, long to) {
        int size = samples.size();
        if (begin == size || (samples.time(begin) >= from && samples.time(size - 1) <= to)) {
            return;
        }
        int first = atOrAfter(samples.times(), begin, size, from);
        int end = to == Long.MAX_VALUE ? size : atOrAfter(samples.times(), begin, size, to + 1);
        int kept = Math.max(0, end - first);
        if (first > begin && kept > 0) {
            System.arraycopy(samples.times(), first, samples.times(), begin, kept);
            System.arraycopy(samples.values(), first, samples.values(), begin, kept);
        }
        samples.truncate(begin + kept);
    }

    /** The first place of {@code begin <= place < end} with this time or a later one; {@code end} if there is none. */
    static int atOrAfter(long[] times, int begin, int end, long time) {
        int found = Arrays.binarySearch(times, begin, end, time);
        return found >= 0 ? found : -found - 1;
    }
}
