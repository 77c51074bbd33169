package io.klamm.storage;

import java.util.Optional;

/** Forms the {@link ChunkSummary} of samples. */
public final class ChunkSummaries {

    private ChunkSummaries() {}

    /** What {@code length} values from {@code offset} come to; nothing if there is none or one of them is not finite. */
    public static Optional<ChunkSummary> of(double[] values, int offset, int length) {
        if (length == 0) {
            return Optional.empty();
        }
        KahanSum sum = new KahanSum();
        double first = values[offset];
        double previous = first;
        double min = first;
        double max = first;
        double beforeResets = 0;
        int resets = 0;
        for (int i = offset; i < offset + length; i++) {
            double value = values[i];
            if (!Double.isFinite(value)) {
                return Optional.empty();
            }
            sum.add(value);
            min = value < min ? value : min;
            max = value > max ? value : max;
            if (value < previous) {
                resets++;
                beforeResets += previous;
            }
            previous = value;
        }
        double increase = previous - first + beforeResets;
        return Optional.of(
                new ChunkSummary(length, min, max, sum.sum(), sum.compensation(), first, previous, resets, increase));
    }
}
