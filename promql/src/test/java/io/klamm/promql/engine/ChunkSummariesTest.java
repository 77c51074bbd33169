package io.klamm.promql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.series.StaleMarker;
import io.klamm.promql.value.Matrix;
import io.klamm.promql.value.MatrixSeries;
import io.klamm.promql.value.Value;
import io.klamm.promql.value.Vector;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chunks that stand within a window as a whole are not read, and the answer is the same. */
class ChunkSummariesTest {

    private static final int ROUNDS = 400;
    private static final int STEP = 15_000;

    /** A series with gaps, in chunks of random lengths. */
    private static final class Data {
        private final long[] times;
        private final double[] values;
        private final int[] ends;

        Data(long[] times, double[] values, int[] ends) {
            this.times = times;
            this.values = values;
            this.ends = ends;
        }

        ChunkedStore store(boolean summaries) {
            return new ChunkedStore(times, values, ends, summaries);
        }
    }

    /** What a random series is made of. */
    private enum Kind {
        /** A counter of whole numbers that falls now and then. */
        COUNTER,
        /** A counter that never falls. */
        RISING,
        /** Whole numbers of either sign. */
        WHOLE,
        /** Doubles above zero. */
        POSITIVE,
        /** Doubles of either sign, and of all sizes. */
        ANY,
        /** With stale markers, NaN and infinities. */
        WILD
    }

    private static Data data(Random random, Kind kind) {
        int size = 1 + random.nextInt(600);
        long[] times = new long[size];
        double[] values = new double[size];
        long time = random.nextInt(STEP);
        double value = 0;
        for (int i = 0; i < size; i++) {
            time += random.nextInt(12) == 0 ? STEP * (1L + random.nextInt(30)) : STEP;
            times[i] = time;
            value = value(random, kind, value);
            values[i] = value;
        }
        int chunk = 1 + random.nextInt(80);
        int[] ends = new int[(size + chunk - 1) / chunk];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = Math.min(size, (i + 1) * chunk);
        }
        return new Data(times, values, ends);
    }

    private static double value(Random random, Kind kind, double before) {
        return switch (kind) {
            case COUNTER -> random.nextInt(50) == 0 ? random.nextInt(5) : before + random.nextInt(100);
            case RISING -> before + random.nextInt(100);
            case WHOLE -> random.nextInt(2001) - 1000;
            case POSITIVE -> random.nextDouble() * Math.pow(10, random.nextInt(6));
            case ANY -> (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(30) - 15);
            case WILD ->
                switch (random.nextInt(30)) {
                    case 0 -> StaleMarker.VALUE;
                    case 1 -> Double.NaN;
                    case 2 -> Double.POSITIVE_INFINITY;
                    case 3 -> Double.MAX_VALUE;
                    default -> random.nextInt(10) / 4.0;
                };
        };
    }

    private static Value answer(ChunkedStore store, String expression, Random random) {
        Engine engine = new Engine(EngineSettings.standard(), store, System::nanoTime);
        long start = STEP * (long) random.nextInt(700) + random.nextInt(STEP);
        if (random.nextBoolean()) {
            return engine.instant(expression, start, QueryOptions.none())
                    .execute()
                    .value();
        }
        long step = STEP * (1L + random.nextInt(200));
        return engine.range(expression, start, start + step * random.nextInt(20), step, QueryOptions.none())
                .execute()
                .value();
    }

    private static double[] values(Value value) {
        if (value instanceof Vector vector) {
            double[] values = new double[vector.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = vector.value(i);
            }
            return values;
        }
        return ((Matrix) value)
                .series().stream().flatMapToDouble(ChunkSummariesTest::values).toArray();
    }

    private static DoubleStream values(MatrixSeries series) {
        return IntStream.range(0, series.size()).mapToDouble(series::value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count_over_time",
                "min_over_time",
                "max_over_time",
                "first_over_time",
                "last_over_time",
                "present_over_time",
                "rate",
                "increase",
                "delta",
                "resets",
                "changes",
                "stddev_over_time",
                "sum_over_time",
                "avg_over_time"
            })
    void withSummaries_theAnswerIsTheSame(String function) {
        int saved = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(round);
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            Data data = data(random, kind);
            String expression = function + "(x[" + (1 + random.nextInt(150)) + "m])";
            ChunkedStore with = data.store(true);
            ChunkedStore without = data.store(false);
            double[] expected = values(answer(without, expression, new Random(round)));
            double[] actual = values(answer(with, expression, new Random(round)));
            boolean sum = function.equals("sum_over_time") || function.equals("avg_over_time");
            if (sum && (kind == Kind.POSITIVE || kind == Kind.ANY)) {
                assertNearly(actual, expected, "seed " + round + ": " + expression);
            } else {
                assertThat(actual)
                        .as("seed %d, %s: %s", round, kind, expression)
                        .isEqualTo(expected);
            }
            saved += without.samplesRead() - with.samplesRead();
        }
        boolean needsAll = function.equals("changes") || function.equals("stddev_over_time");
        assertThat(saved).as("samples not read").satisfies(samples -> assertThat(samples > 0)
                .isEqualTo(!needsAll));
    }

    /** Both ways carry the rounding error along; the last bit may differ where the true sum lies between two doubles. */
    private static void assertNearly(double[] actual, double[] expected, String what) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            double allowed = Math.ulp(expected[i]);
            assertThat(Math.abs(actual[i] - expected[i]))
                    .as("%s, value %d", what, i)
                    .isLessThanOrEqualTo(allowed);
        }
    }

    @Test
    void longWindow_isAnsweredWithoutReadingIt() {
        int size = 4_800;
        long[] times = new long[size];
        double[] values = new double[size];
        int[] ends = new int[10];
        for (int i = 0; i < size; i++) {
            times[i] = i * (long) STEP;
            values[i] = i;
        }
        for (int i = 0; i < ends.length; i++) {
            ends[i] = 480 * (i + 1);
        }
        ChunkedStore store = new ChunkedStore(times, values, ends, true);
        Engine engine = new Engine(EngineSettings.standard(), store, System::nanoTime);
        Value value = engine.instant("sum_over_time(x[17h])", times[size - 1], QueryOptions.none())
                .execute()
                .value();
        int first = size - 17 * 240;
        assertThat(values(value)).containsExactly((size - first) * (double) (first + size - 1) / 2);
        assertThat(store.samplesRead()).as("samples read of %d", size).isZero();
    }
}
