package io.klamm.tsdb.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.model.series.Labels;
import io.klamm.storage.Matcher;
import io.klamm.storage.Querier;
import io.klamm.tsdb.files.SimulatedDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class CompactorTest {

    private static final Path PARENT = Path.of("/blocks");
    private static final long START = 1_793_491_200_000L;

    private final SimulatedDisk disk = new SimulatedDisk();
    private long made = START;

    @Test
    void merge_anyBlocks_hasAllSamplesAndTheNewestWin() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 25; round++) {
            NavigableMap<Labels, NavigableMap<Long, Long>> expected = new TreeMap<>();
            List<Block> blocks = new ArrayList<>();
            for (int i = 2 + random.nextInt(3); i > 0; i--) {
                long start = START + random.nextInt(4) * 1_500_000L;
                RandomSeries series = new RandomSeries(random, 1 + random.nextInt(25), 1 + random.nextInt(150), start);
                Block block = write(series, random);
                deleteSome(block, series, random);
                blocks.add(block);
                series.within(Long.MIN_VALUE, Long.MAX_VALUE)
                        .forEach((labels, samples) -> expected.computeIfAbsent(labels, key -> new TreeMap<>())
                                .putAll(samples));
            }
            Compactor.Result result = merge(blocks, new BlockSettings(1 + random.nextInt(300), 1 << 20));
            assertThat(result.warnings()).isEmpty();
            BlockMeta meta = result.block().orElseThrow();
            Block merged = Block.open(disk, PARENT.resolve(meta.id().text()));
            assertThat(read(merged)).as("seed %d", seed).isEqualTo(expected);
            assertThat(merged.verify()).as("seed %d", seed).isEmpty();
            assertThat(meta.level()).isEqualTo(2);
            assertThat(meta.replaces())
                    .isEqualTo(blocks.stream().map(block -> block.meta().id()).toList());
        }
    }

    private static void deleteSome(Block block, RandomSeries series, Random random) throws IOException {
        if (random.nextInt(3) > 0) {
            return;
        }
        long from = block.meta().from() + random.nextInt(1_000_000);
        long to = from + random.nextInt(1_000_000);
        block.delete(List.of(Matcher.equal("instance", "i2")), from, to);
        series.samples.forEach((labels, all) -> {
            if (labels.get("instance").equals("i2")) {
                all.subMap(from, true, to, true).clear();
            }
        });
    }

    @Test
    void merge_blocksOfOneWriter_sharesTimesInLongerChunks() throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            blocks.add(scrapes(START + i * 480L * 15_000L, 200));
        }
        BlockMeta merged = merge(blocks, BlockSettings.MERGED).block().orElseThrow();
        assertThat(merged.chunks()).isEqualTo(200 * 2);
        assertThat(merged.samples()).isEqualTo(200 * 6 * 480);
        assertThat(merged.files().getOrDefault("times", 0L)).isLessThan(6 * 480 * 2);
    }

    /** A block of two hours of a scrape of so many series, with jitter. */
    private Block scrapes(long start, int series) throws IOException {
        Random random = new Random(start);
        long[] times = new long[480];
        double[] values = new double[480];
        for (int i = 0; i < times.length; i++) {
            times[i] = start + i * 15_000L + random.nextInt(5);
            values[i] = i;
        }
        try (BlockWriter writer = writer(BlockSettings.HEAD, random)) {
            int group = writer.group("scrape/kafka");
            writer.rows(times, 0, times.length);
            for (int i = 0; i < series; i++) {
                writer.series(Labels.of(Labels.NAME, "m", "i", String.format("%04d", i)));
                writer.samples(group, times, values, 0, times.length);
            }
            return Block.open(
                    disk, PARENT.resolve(writer.finish().orElseThrow().id().text()));
        }
    }

    @Test
    void merge_everythingDeleted_leavesNoBlock() throws IOException {
        Random random = new Random(1);
        Block block = write(new RandomSeries(random, 10, 50, START), random);
        block.delete(List.of(RandomSeries.ANY), Long.MIN_VALUE, Long.MAX_VALUE);
        assertThat(merge(List.of(block), BlockSettings.MERGED).block()).isEmpty();
        assertThat(disk.list(PARENT)).hasSize(1);
    }

    @Test
    void merge_damagedChunk_losesThatChunkAndSaysSo() throws IOException {
        Random random = new Random(1);
        RandomSeries series = new RandomSeries(random, 10, 200, START);
        Block block = write(series, random);
        disk.damage(PARENT.resolve(block.meta().id().text()).resolve("chunks-000000"), 20, 4);
        Block reopened = Block.open(disk, PARENT.resolve(block.meta().id().text()));
        Compactor.Result result = merge(List.of(reopened), BlockSettings.MERGED);
        assertThat(result.warnings()).hasSize(1);
        assertThat(result.warnings().get(0)).contains("chunks-000000 at 8: wrong checksum");
        NavigableMap<Labels, NavigableMap<Long, Long>> left = read(Block.open(
                disk, PARENT.resolve(result.block().orElseThrow().id().text())));
        int lost = 0;
        for (Labels labels : series.within(0, Long.MAX_VALUE).keySet()) {
            lost += left.getOrDefault(labels, new TreeMap<>()).equals(series.samples.get(labels)) ? 0 : 1;
        }
        assertThat(lost).isEqualTo(1);
    }

    @Test
    void merge_stopped_leavesNothing() throws IOException {
        Random random = new Random(1);
        Block block = write(new RandomSeries(random, 10, 50, START), random);
        Compactor compactor = new Compactor(disk, PARENT, BlockSettings.MERGED);
        assertThatThrownBy(() -> compactor.merge(List.of(block), BlockId.of(START, random), () -> true))
                .isInstanceOf(CancellationException.class);
        assertThat(disk.list(PARENT)).hasSize(1);
    }

    @Test
    void mergeAndReplace_failureAtAnyChange_losesNoSample() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        RandomSeries early = new RandomSeries(random, 5, 30, START);
        RandomSeries late = new RandomSeries(random, 5, 30, START + 1_000_000);
        NavigableMap<Labels, NavigableMap<Long, Long>> expected = early.within(0, Long.MAX_VALUE);
        late.within(0, Long.MAX_VALUE)
                .forEach((labels, samples) ->
                        expected.computeIfAbsent(labels, key -> new TreeMap<>()).putAll(samples));
        for (long change = 1; change < 1_000; change++) {
            SimulatedDisk failing = new SimulatedDisk();
            BlockDirectory directory = BlockDirectory.open(failing, PARENT);
            directory.add(write(failing, early, random, START).meta());
            directory.add(write(failing, late, random, START + 1).meta());
            failing.syncDirectory(Path.of("/"));
            failing.failAt(change, random.nextBoolean());
            boolean failed = false;
            try {
                Compactor.Result result = new Compactor(failing, PARENT, BlockSettings.MERGED)
                        .merge(directory.blocks(), BlockId.of(START + 2, random), () -> false);
                directory.add(result.block().orElseThrow());
            } catch (IOException e) {
                failed = true;
            }
            assertThat(readAll(directory))
                    .as("seed %d change %d, still open", seed, change)
                    .isEqualTo(expected);
            failing.heal();
            check(failing, expected, seed, change);
            check(failing.afterPowerLoss(random), expected, seed, change);
            if (!failed) {
                assertThat(change).isGreaterThan(20);
                return;
            }
        }
        throw new AssertionError("seed " + seed + ": it never succeeded");
    }

    private static void check(
            SimulatedDisk disk, NavigableMap<Labels, NavigableMap<Long, Long>> expected, long seed, long change)
            throws IOException {
        BlockDirectory reopened = BlockDirectory.open(disk, PARENT);
        assertThat(reopened.damaged()).as("seed %d change %d", seed, change).isEmpty();
        assertThat(readAll(reopened)).as("seed %d change %d", seed, change).isEqualTo(expected);
        assertThat(disk.list(PARENT)).hasSameSizeAs(reopened.blocks());
    }

    private static NavigableMap<Labels, NavigableMap<Long, Long>> readAll(BlockDirectory directory) {
        NavigableMap<Labels, NavigableMap<Long, Long>> all = new TreeMap<>();
        for (Block block : directory.blocks()) {
            read(block).forEach((labels, samples) -> all.computeIfAbsent(labels, key -> new TreeMap<>())
                    .putAll(samples));
        }
        return all;
    }

    private Compactor.Result merge(List<Block> blocks, BlockSettings settings) throws IOException {
        return new Compactor(disk, PARENT, settings).merge(blocks, BlockId.of(made++, new Random(made)), () -> false);
    }

    private BlockWriter writer(BlockSettings settings, Random random) throws IOException {
        return new BlockWriter(disk, PARENT, BlockId.of(made++, random), 1, List.of(), settings);
    }

    private Block write(RandomSeries series, Random random) throws IOException {
        return write(disk, series, random, made++);
    }

    private static Block write(SimulatedDisk disk, RandomSeries series, Random random, long made) throws IOException {
        BlockSettings settings = new BlockSettings(1 + random.nextInt(100), 1 << 20);
        try (BlockWriter writer = new BlockWriter(disk, PARENT, BlockId.of(made, random), 1, List.of(), settings)) {
            series.writeTo(writer);
            return Block.open(
                    disk, PARENT.resolve(writer.finish().orElseThrow().id().text()));
        }
    }

    private static NavigableMap<Labels, NavigableMap<Long, Long>> read(Block block) {
        List<String> warnings = new ArrayList<>();
        try (Querier querier = block.querier(Long.MIN_VALUE, Long.MAX_VALUE)) {
            NavigableMap<Labels, NavigableMap<Long, Long>> found = RandomSeries.read(querier, warnings);
            assertThat(warnings).isEmpty();
            return found;
        }
    }
}
