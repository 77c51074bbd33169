package io.klamm.lag.burrow;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.burrow.BurrowCommit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitRingTest {

    private static long[] orders(CommitRing ring) {
        return ring.commits().stream().mapToLong(BurrowCommit::order).toArray();
    }

    private static CommitRing filled(int length, long... orders) {
        CommitRing ring = new CommitRing(length);
        for (long order : orders) {
            ring.append(order, order * 10, order * 1000, 0, 5, 0);
        }
        return ring;
    }

    @Test
    void append_full_dropsTheOldest() {
        assertThat(orders(filled(3, 1, 2, 3, 4, 5))).containsExactly(3, 4, 5);
    }

    @Test
    void append_earlierTime_takesThePlaceOfTheNewestButNotItsTime() {
        CommitRing ring = filled(3, 1, 2);

        ring.append(3, 30, 1999, 7000, 4, 0);

        assertThat(ring.commits())
                .containsExactly(
                        new BurrowCommit(10, 1, 1000, 0, OptionalLong.of(5)),
                        new BurrowCommit(30, 3, 2000, 7000, OptionalLong.of(4)));
    }

    @Test
    void insert_between_isPutThereWithoutALag() {
        CommitRing ring = filled(4, 1, 5);

        assertThat(ring.insert(3, 30, 3000, 9000, 0)).isTrue();

        assertThat(ring.commit(1)).isEqualTo(new BurrowCommit(30, 3, 3000, 9000, OptionalLong.empty()));
        assertThat(orders(ring)).containsExactly(1, 3, 5);
    }

    @Test
    void insert_intoAFullWindow_costsTheOldest() {
        CommitRing ring = filled(3, 1, 2, 4);

        assertThat(ring.insert(3, 30, 3000, 0, 0)).isTrue();

        assertThat(orders(ring)).containsExactly(2, 3, 4);
    }

    @Test
    void insert_justBehindTheOldestOfAFullWindow_replacesItEvenWhenNear() {
        CommitRing ring = filled(3, 1, 3, 4);

        assertThat(ring.insert(2, 20, 1001, 0, 10_000)).isTrue();

        assertThat(orders(ring)).containsExactly(2, 3, 4);
        assertThat(ring.timeMillis(0)).isEqualTo(1001);
    }

    @Test
    void insert_knownOrOlderThanAFullWindow_isDropped() {
        CommitRing ring = filled(3, 2, 3, 4);

        assertThat(ring.insert(3, 30, 3000, 0, 0)).isFalse();
        assertThat(ring.insert(4, 40, 4000, 0, 0)).isFalse();
        assertThat(ring.insert(1, 10, 1000, 0, 0)).isFalse();
        assertThat(orders(ring)).containsExactly(2, 3, 4);
    }

    @Test
    void ring_ofOne_holdsTheNewest() {
        CommitRing ring = filled(1, 1, 2);

        assertThat(ring.insert(1, 10, 1000, 0, 0)).isFalse();
        assertThat(orders(ring)).containsExactly(2);
    }

    /** Any mixture of orders: what is held is what a plain sorted list holds. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 10})
    void ring_anyOrders_isAsASortedList(int length) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        CommitRing ring = new CommitRing(length);
        List<Long> sorted = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            long order = i / 2L + random.nextInt(20);
            put(ring, order);
            put(sorted, order, length);
            assertThat(orders(ring))
                    .as("seed %d, step %d", seed, i)
                    .containsExactly(sorted.stream().mapToLong(Long::longValue).toArray());
        }
    }

    private static void put(CommitRing ring, long order) {
        if (ring.newest(order)) {
            ring.append(order, order, order, 0, 0, 0);
        } else {
            ring.insert(order, order, order, 0, 0);
        }
    }

    private static void put(List<Long> sorted, long order, int length) {
        boolean tooOld = sorted.size() == length && order < sorted.get(0);
        if (sorted.contains(order) || tooOld) {
            return;
        }
        sorted.add(order);
        sorted.sort(Long::compare);
        if (sorted.size() > length) {
            sorted.remove(0);
        }
    }
}
