package io.klamm.tsdb.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlannersTest {

    private static final long HOUR = 3_600_000;
    private static final long DAYS = 30 * 24 * HOUR;

    private final Random random = new Random(1);
    private long made = 1;

    @Test
    void next_headBlocksOfAnUnfinishedWindow_areLeftAlone() {
        List<BlockMeta> blocks = blocks(0, 2, 4, 6, 8);
        assertThat(next(blocks, 10 * HOUR)).isEmpty();
    }

    @Test
    void next_windowIsOver_mergesItsBlocks() {
        List<BlockMeta> blocks = blocks(0, 2, 4, 6, 8, 10, 12);
        assertThat(next(blocks, 14 * HOUR)).isEqualTo(blocks.subList(0, 6));
    }

    @Test
    void next_overManyDays_endsWithFewBlocksPerMonth() {
        List<BlockMeta> blocks = new ArrayList<>();
        long written = 0;
        for (long hour = 0; hour < 61 * 24; hour += 2) {
            blocks.add(block(hour * HOUR, (hour + 2) * HOUR - 1, 100, 0));
            List<BlockMeta> found = next(blocks, (hour + 2) * HOUR);
            while (!found.isEmpty()) {
                blocks.removeAll(found);
                blocks.add(
                        block(found.get(0).from(), found.get(found.size() - 1).to(), 100, 0));
                written += found.size();
                found = next(blocks, (hour + 2) * HOUR);
            }
        }
        assertThat(blocks).hasSize(4);
        assertThat(blocks.stream().filter(block -> block.span() == DAYS)).hasSize(2);
        assertThat(written).isLessThan(61 * 12 * 2);
    }

    @Test
    void next_overlappingBlocks_comeFirst() {
        List<BlockMeta> blocks = blocks(0, 2, 4, 6, 8, 10, 12);
        BlockMeta late = block(9 * HOUR, 9 * HOUR + 1, 1, 0);
        List<BlockMeta> all = new ArrayList<>(blocks);
        all.add(late);
        assertThat(next(all, 14 * HOUR)).containsExactly(blocks.get(4), late);
    }

    @Test
    void next_manyDeletions_writesTheBlockAgain() {
        List<BlockMeta> blocks = blocks(0, 2);
        CompactionPlanner planner = CompactionPlanner.DEFAULT;
        assertThat(planner.next(blocks, 4 * HOUR, block -> block.equals(blocks.get(1)) ? 4 : 0))
                .isEmpty();
        assertThat(planner.next(blocks, 4 * HOUR, block -> block.equals(blocks.get(1)) ? 5 : 0))
                .containsExactly(blocks.get(1));
    }

    @Test
    void next_indexWouldBeTooLarge_leavesThemApart() {
        List<BlockMeta> blocks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            blocks.add(block(2L * i * HOUR, 2L * (i + 1) * HOUR - 1, 100, 1L << 29));
        }
        assertThat(next(blocks, 14 * HOUR)).isEmpty();
    }

    @Test
    void planner_spansThatAreNoMultiples_areRefused() {
        assertThatThrownBy(() -> new CompactionPlanner(List.of(2L, 5L), 0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("each a multiple");
    }

    @Test
    void expired_time_takesBlocksWhollyOlder() {
        List<BlockMeta> blocks = blocks(0, 2, 4);
        Retention retention = new Retention(3 * HOUR, 0);
        assertThat(retention.expired(blocks, 5 * HOUR - 1, 0)).isEmpty();
        assertThat(retention.expired(blocks, 5 * HOUR, 0)).containsExactly(blocks.get(0));
        assertThat(Retention.FOREVER.expired(blocks, Long.MAX_VALUE, 0)).isEmpty();
    }

    @Test
    void expired_size_keepsTheNewestThatFit() {
        List<BlockMeta> blocks = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            blocks.add(block(i * HOUR, (i + 1) * HOUR - 1, 1, 100));
        }
        assertThat(new Retention(0, 250).expired(blocks, 0, 0)).containsExactly(blocks.get(0), blocks.get(1));
        assertThat(new Retention(0, 250).expired(blocks, 0, 100))
                .containsExactly(blocks.get(0), blocks.get(1), blocks.get(2));
        assertThat(new Retention(0, 400).expired(blocks, 0, 0)).isEmpty();
    }

    private static List<BlockMeta> next(List<BlockMeta> blocks, long closed) {
        return CompactionPlanner.DEFAULT.next(blocks, closed, block -> 0);
    }

    private List<BlockMeta> blocks(int... hours) {
        return Arrays.stream(hours)
                .mapToObj(hour -> block(hour * HOUR, (hour + 2) * HOUR - 1, 100, 0))
                .toList();
    }

    private BlockMeta block(long from, long to, long series, long indexBytes) {
        return new BlockMeta(
                BlockId.of(made++, random),
                from,
                to,
                1,
                List.of(),
                series,
                series,
                series,
                new TreeMap<>(Map.of("index", indexBytes)));
    }
}
