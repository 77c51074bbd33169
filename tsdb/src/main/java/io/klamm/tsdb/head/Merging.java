package io.klamm.tsdb.head;

import io.klamm.storage.SampleBuffer;
import org.jspecify.annotations.Nullable;

/** Brings sorted samples together. */
final class Merging {

    private Merging() {}

    /**
     * Puts the samples of both behind those of the buffer, sorted, each time once.
     *
     * @param first counts where both have a time
     * @param deleted spans whose samples are left out; null for none
     */
    static void merge(SampleBuffer first, SampleBuffer second, long @Nullable [] deleted, SampleBuffer into) {
        int i = 0;
        int k = 0;
        while (i < first.size() || k < second.size()) {
            boolean takeFirst = k == second.size() || (i < first.size() && first.time(i) <= second.time(k));
            long time = takeFirst ? first.time(i) : second.time(k);
            double value = takeFirst ? first.value(i) : second.value(k);
            while (i < first.size() && first.time(i) == time) {
                i++;
            }
            while (k < second.size() && second.time(k) == time) {
                k++;
            }
            if (deleted == null || !Intervals.contains(deleted, time)) {
                into.add(time, value);
            }
        }
    }
}
