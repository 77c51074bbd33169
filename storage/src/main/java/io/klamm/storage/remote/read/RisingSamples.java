package io.klamm.storage.remote.read;

import io.klamm.storage.SampleBuffer;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Makes times rise strictly: remote stores may send chunks that overlap. */
final class RisingSamples {

    private RisingSamples() {}

    /** The same samples by time; of several at one time the first is kept. */
    static SampleBuffer of(SampleBuffer samples) {
        if (rises(samples)) {
            return samples;
        }
        int[] order = IntStream.range(0, samples.size())
                .boxed()
                .sorted(Comparator.comparingLong(samples::time))
                .mapToInt(Integer::intValue)
                .toArray();
        SampleBuffer rising = new SampleBuffer(samples.size());
        for (int index : order) {
            if (rising.size() == 0 || samples.time(index) > rising.time(rising.size() - 1)) {
                rising.add(samples.time(index), samples.value(index));
            }
        }
        return rising;
    }

    private static boolean rises(SampleBuffer samples) {
        for (int i = 1; i < samples.size(); i++) {
            if (samples.time(i) <= samples.time(i - 1)) {
                return false;
            }
        }
        return true;
    }
}
