package io.klamm.promql.functions;

/** {@code mad_over_time}: the median of the distances from the median; not a number as soon as one sample is none. */
final class MadOverTime extends SampleKernel {

    private double[] room = new double[64];

    @Override
    double value(int step, int low, int high) {
        int count = high - low;
        if (room.length < count) {
            room = new double[count * 2];
        }
        for (int i = 0; i < count; i++) {
            if (Double.isNaN(values[low + i])) {
                return Double.NaN;
            }
            room[i] = values[low + i];
        }
        double median = Quantiles.of(0.5, room, count);
        for (int i = 0; i < count; i++) {
            room[i] = Math.abs(values[low + i] - median);
        }
        return Quantiles.of(0.5, room, count);
    }
}
