package io.klamm.lab.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {

    @Test
    void quantile_randomValues_atMostASixteenthTooHigh() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        long[] micros = new long[5_000];
        LatencyHistogram histogram = new LatencyHistogram();
        for (int i = 0; i < micros.length; i++) {
            micros[i] = (long) Math.exp(random.nextDouble() * 17);
            histogram.record(micros[i] * 1_000);
        }
        Arrays.sort(micros);
        for (double part : new double[] {0.01, 0.5, 0.9, 0.99, 1}) {
            double exact = micros[(int) Math.ceil(part * micros.length) - 1] / 1_000.0;
            assertThat(histogram.quantileMillis(part))
                    .as("seed %d part %s", seed, part)
                    .isBetween(exact, exact * 1.0626);
        }
    }

    @Test
    void quantile_nothingOrTheExtreme_isInRange() {
        LatencyHistogram histogram = new LatencyHistogram();
        assertThat(histogram.quantileMillis(0.99)).isZero();

        histogram.record(-5);
        assertThat(histogram.quantileMillis(1)).isZero();
        histogram.record(Long.MAX_VALUE);
        assertThat(histogram.quantileMillis(1)).isGreaterThan(3_600_000);
    }

    @Test
    void drainTo_another_movesAll() {
        LatencyHistogram from = new LatencyHistogram();
        LatencyHistogram to = new LatencyHistogram();
        from.record(2_000_000);
        from.drainTo(to);

        assertThat(from.quantileMillis(0.5)).isZero();
        assertThat(to.quantileMillis(0.5)).isBetween(2.0, 2.13);
    }
}
