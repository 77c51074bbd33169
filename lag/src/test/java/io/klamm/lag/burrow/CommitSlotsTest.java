package io.klamm.lag.burrow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CommitSlotsTest {

    private static final int NUMBERS = 5;

    private static void write(CommitSlots slots, int slot, long... numbers) {
        slots.write(slot, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
    }

    private static long[] read(CommitSlots slots, int slot) {
        return new long[] {
            slots.offset(slot), slots.order(slot), slots.timeMillis(slot), slots.observedMillis(slot), slots.lag(slot)
        };
    }

    @Test
    void write_farApart_givesBackWhatWasWritten() {
        CommitSlots slots = new CommitSlots(3);
        long[] first = {5, 1, 1_700_000_000_000L, 1_700_000_000_000L, 7};
        long[] far = {Long.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, 0, -1};
        long[] near = {6, 2, 1_700_000_001_000L, 1_700_000_001_000L, 8};

        write(slots, 0, first);
        write(slots, 1, far);
        write(slots, 2, near);

        assertThat(read(slots, 0)).containsExactly(first);
        assertThat(read(slots, 1)).containsExactly(far);
        assertThat(read(slots, 2)).containsExactly(near);
    }

    @Test
    void grown_fromAFirst_beginsWithIt() {
        CommitSlots slots = new CommitSlots(3);
        for (int slot = 0; slot < 3; slot++) {
            write(slots, slot, slot, slot, slot, slot, slot);
        }

        CommitSlots grown = slots.grown(2, 5);

        assertThat(grown.room()).isEqualTo(5);
        assertThat(grown.offset(0)).isEqualTo(2);
        assertThat(grown.offset(1)).isEqualTo(0);
        assertThat(grown.offset(2)).isEqualTo(1);
    }

    /** Whatever is written, near or far, is read again, also after it was moved or got more room. */
    @Test
    void anyNumbers_areReadAsTheyWereWritten() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int life = 0; life < 200; life++) {
            int room = 1 + random.nextInt(6);
            CommitSlots slots = new CommitSlots(room);
            long[][] expected = new long[room][];
            for (int step = 0; step < 200; step++) {
                int slot = random.nextInt(room);
                expected[slot] = numbers(random, step);
                write(slots, slot, expected[slot]);
                int other = random.nextInt(room);
                if (random.nextInt(10) == 0) {
                    slots.move(slot, other);
                    expected[other] = expected[slot];
                }
                same(slots, expected, "seed " + seed + ", life " + life + ", step " + step);
            }
        }
    }

    private static void same(CommitSlots slots, long[][] expected, String where) {
        for (int slot = 0; slot < expected.length; slot++) {
            if (expected[slot] != null) {
                assertThat(read(slots, slot)).as(where).containsExactly(expected[slot]);
            }
        }
    }

    private static long[] numbers(Random random, int step) {
        long[] numbers = new long[NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
            int kind = random.nextInt(40);
            numbers[i] = kind == 0 ? random.nextLong() : kind == 1 ? step * 3_000_000_000L : step + 1_000L * i;
        }
        return numbers;
    }
}
