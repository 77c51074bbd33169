package io.klamm.tsdb.wal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.model.series.StaleMarker;
import io.klamm.storage.StorageException;
import io.klamm.tsdb.files.ByteWriter;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SampleRecordTest {

    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        1,
        -1,
        StaleMarker.VALUE,
        Double.longBitsToDouble(StaleMarker.NAN_BITS),
        Double.longBitsToDouble(0x7ff8dead_beef0001L),
        Double.longBitsToDouble(-1L),
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        9_007_199_254_740_994.0,
        0.1,
        12.34,
        -99.999,
        0.001,
        1e-7,
        0.5,
        1e12,
        999_999_999_999.5,
        -0.05
    };

    private final SampleRecord record = new SampleRecord();

    @Test
    void write_specialValues_keepEveryBit() {
        int count = SPECIAL.length;
        int[] series = new int[count];
        Arrays.setAll(series, i -> i);
        check("special", series, new long[count], SPECIAL, count, false);
    }

    @Test
    void write_atRandom_isReadBack() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            int count = 1 + random.nextInt(round % 50 == 0 ? SampleRecordWriter.MOST : 70);
            int[] series = new int[count];
            long[] times = new long[count];
            double[] values = new double[count];
            boolean oneTime = random.nextBoolean();
            int next = random.nextInt(1000);
            for (int i = 0; i < count; i++) {
                next = random.nextInt(10) > 0 ? next + 1 : random.nextInt(Integer.MAX_VALUE - 1);
                series[i] = next;
                times[i] = oneTime && i > 0 ? times[0] : 1_700_000_000_000L + random.nextInt(100_000) - 50_000;
                values[i] = value(random);
            }
            check("seed " + seed, series, times, values, count, random.nextBoolean());
        }
    }

    @Test
    void read_bytesCutOrChanged_isRefusedOrDifferent() {
        Random random = new Random(5);
        ByteWriter out = new ByteWriter();
        int[] series = {1, 2, 3, 9, 12};
        long[] times = {5, 6, 7, 8, 9};
        double[] values = {1, 2.5, 1e9, Math.PI, Math.E};
        SampleRecordWriter.write(out, 3, false, series, times, values, 0, 5);
        int size = out.size();
        out.putLong(0);
        for (int cut = 1; cut < size; cut++) {
            int end = cut;
            assertThatThrownBy(() -> record.read(out.array(), 0, end)).isInstanceOf(StorageException.class);
        }
        for (int round = 0; round < 20_000; round++) {
            byte[] changed = out.array().clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                changed[random.nextInt(size)] = (byte) random.nextInt();
            }
            try {
                record.read(changed, 0, size);
            } catch (StorageException e) {
                assertThat(e).hasMessageMatching("(?s).*(samples|series|value).*");
            }
        }
    }

    @Test
    void write_neighboursAndSmallNumbers_areSmall() {
        int count = 1000;
        int[] series = new int[count];
        double[] values = new double[count];
        Arrays.setAll(series, i -> 100 + i);
        Arrays.setAll(values, i -> i % 4 == 0 ? 1_000_000 + i : 3);
        ByteWriter out = new ByteWriter();
        SampleRecordWriter.write(out, 1, false, series, new long[count], values, 0, count);
        assertThat(out.size()).isLessThan(count * 2);
    }

    private static double value(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> SPECIAL[random.nextInt(SPECIAL.length)];
            case 1 -> random.nextInt(1000) / 100.0;
            case 2 -> random.nextLong() >> random.nextInt(64);
            case 3 -> random.nextGaussian();
            case 4 -> Double.longBitsToDouble(random.nextLong());
            default -> random.nextInt(5);
        };
    }

    private void check(String what, int[] series, long[] times, double[] values, int count, boolean late) {
        ByteWriter out = new ByteWriter();
        out.putInt(42);
        SampleRecordWriter.write(out, 77, late, series, times, values, 0, count);
        int end = out.size();
        out.putLong(-1);
        record.read(out.array(), 4, end);
        assertThat(record.writer()).isEqualTo(77);
        assertThat(record.late()).isEqualTo(late);
        assertThat(record.count()).isEqualTo(count);
        for (int i = 0; i < count; i++) {
            assertThat(record.series(i)).isEqualTo(series[i]);
            assertThat(record.time(i)).isEqualTo(times[i]);
            assertThat(Double.doubleToRawLongBits(record.value(i)))
                    .as("%s, value %s", what, values[i])
                    .isEqualTo(Double.doubleToRawLongBits(values[i]));
        }
    }
}
