package io.klamm.tsdb.chunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.storage.StorageException;
import io.klamm.tsdb.files.ByteReader;
import io.klamm.tsdb.files.ByteWriter;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeColumnTest {

    private static final long START = 1_793_491_200_000L;

    @Test
    void read_anyTimes_areTheSame() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            long[] times = times(random, 1 + random.nextInt(600));
            assertThat(copy(reread(TimeColumn.of(times, 0, times.length))))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(times);
        }
    }

    private static long[] times(Random random, int count) {
        long[] times = new long[count];
        long step = 1L + random.nextInt(60_000);
        int jitter = random.nextInt(3) == 0 ? 0 : (int) Math.min(step - 1, random.nextInt(10));
        long grid = random.nextInt(20) == 0 ? -random.nextLong(1L << 60) : START;
        for (int i = 0; i < count; i++) {
            times[i] = grid + (jitter == 0 ? 0 : random.nextInt(jitter + 1));
            grid += step * (random.nextInt(50) == 0 ? 1 + random.nextInt(1000) : 1);
        }
        return times;
    }

    @Test
    void write_exactGrid_takesHardlyAnything() {
        assertThat(packed(rows(480, 0, 0)).size()).isLessThan(30);
    }

    @Test
    void write_jitterAndGaps_takesFewBitsARow() {
        assertThat(packed(rows(480, 2, 0)).size()).isLessThan(480 * 4 / 8);
        assertThat(packed(rows(480, 2, 3)).size()).isLessThan(480 * 5 / 8);
    }

    private static long[] rows(int count, int jitter, int gaps) {
        Random random = new Random(1);
        long[] times = new long[count];
        long grid = START;
        for (int i = 0; i < count; i++) {
            grid += 15_000L * (gaps > 0 && i % (count / gaps) == count / gaps / 2 ? 7 : 1);
            times[i] = grid + random.nextInt(2 * jitter + 1) - jitter;
        }
        return times;
    }

    @Test
    void rowAtOrAfter_findsTheRow() {
        TimeColumn column = TimeColumn.of(new long[] {5, 10, 20}, 0, 3);
        assertThat(column.rowAtOrAfter(4)).isZero();
        assertThat(column.rowAtOrAfter(10)).isEqualTo(1);
        assertThat(column.rowAtOrAfter(11)).isEqualTo(2);
        assertThat(column.rowAtOrAfter(21)).isEqualTo(3);
        assertThat(column.first()).isEqualTo(5);
        assertThat(column.last()).isEqualTo(20);
    }

    @Test
    void of_timesThatDoNotRise_isRefused() {
        assertThatThrownBy(() -> TimeColumn.of(new long[] {5, 5}, 0, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("time 5 after 5: does not rise");
    }

    @Test
    void read_damagedBytes_endsOrSaysSo() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            byte[] packed = packed(times(random, 1 + random.nextInt(100))).toBytes();
            packed[random.nextInt(packed.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                TimeColumn.read(new ByteReader(packed));
            } catch (StorageException e) {
                assertThat(e).hasMessageMatching("(?s).+");
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + " round " + round, e);
            }
        }
    }

    @Test
    void presence_anyRows_areTheSame() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            int rows = 1 + random.nextInt(300);
            long[] times = rows(rows, 0, 0);
            int share = 1 + random.nextInt(100);
            int[] numbers =
                    random.ints(rows, 0, 100).map(x -> x < share ? 1 : 0).toArray();
            int count = 0;
            int[] present = new int[rows];
            for (int row = 0; row < rows; row++) {
                if (numbers[row] == 1 || (row == rows - 1 && count == 0)) {
                    present[count++] = row;
                }
            }
            Presence presence = Presence.of(rows, present, count);
            ByteWriter out = new ByteWriter();
            presence.write(out);
            Presence back = Presence.read(new ByteReader(out.toBytes()), rows);
            long[] picked = new long[count];
            TimeColumn.of(times, 0, rows).copy(back, picked, 0);
            assertThat(picked)
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(Arrays.stream(present, 0, count)
                            .mapToLong(row -> times[row])
                            .toArray());
            assertThat(back.count()).isEqualTo(count);
            assertThat(back.first()).isEqualTo(present[0]);
            assertThat(back.last()).isEqualTo(present[count - 1]);
            assertThat(back.isAll()).isEqualTo(count == rows);
        }
    }

    private static ByteWriter packed(long[] times) {
        ByteWriter out = new ByteWriter();
        TimeColumn.of(times, 0, times.length).write(out);
        return out;
    }

    private static TimeColumn reread(TimeColumn column) {
        ByteWriter out = new ByteWriter();
        column.write(out);
        ByteReader in = new ByteReader(out.toBytes());
        TimeColumn back = TimeColumn.read(in);
        assertThat(in.remaining()).isZero();
        return back;
    }

    private static long[] copy(TimeColumn column) {
        long[] times = new long[column.size()];
        column.copy(0, times.length, times, 0);
        return times;
    }
}
