package io.klamm.tsdb.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.model.series.Labels;
import io.klamm.storage.ChunkCursor;
import io.klamm.storage.ChunkSummaries;
import io.klamm.storage.Matcher;
import io.klamm.storage.Querier;
import io.klamm.storage.SampleBuffer;
import io.klamm.storage.Selection;
import io.klamm.storage.SeriesSet;
import io.klamm.storage.StorageException;
import io.klamm.tsdb.files.Disk;
import io.klamm.tsdb.files.SimulatedDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockTest {

    private static final Path PARENT = Path.of("/data/blocks");
    private static final long START = 1_793_491_200_000L;

    private final SimulatedDisk disk = new SimulatedDisk();

    @Test
    void querier_anySpan_givesWhatWasWritten() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            RandomSeries series = new RandomSeries(random, 1 + random.nextInt(30), 1 + random.nextInt(400), START);
            BlockSettings settings = new BlockSettings(1 + random.nextInt(200), 1 + random.nextInt(20_000));
            Block block = write(disk, PARENT, series, settings, random);
            check(block, series, Long.MIN_VALUE, Long.MAX_VALUE, seed);
            for (int i = 0; i < 10; i++) {
                long from = START + random.nextInt(400 * 15_000);
                check(block, series, from, from + random.nextInt(100) * 1_000L, seed);
            }
            assertThat(block.verify()).as("seed %d", seed).isEmpty();
        }
    }

    private static void check(Block block, RandomSeries series, long from, long to, long seed) {
        List<String> warnings = new ArrayList<>();
        try (Querier querier = block.querier(from, to)) {
            assertThat(RandomSeries.read(querier, warnings)).as("seed %d", seed).isEqualTo(series.within(from, to));
        }
        assertThat(warnings).as("seed %d", seed).isEmpty();
    }

    @Test
    void chunks_wholeOnes_haveExactSummaries() throws IOException {
        long seed = System.nanoTime();
        RandomSeries series = new RandomSeries(new Random(seed), 100, 300, START);
        Block block = write(disk, PARENT, series, new BlockSettings(100, 1 << 20), new Random(seed));
        int summaries = 0;
        try (Querier querier = block.querier(START + 100_000, START + 280 * 15_000)) {
            SeriesSet set = querier.select(Selection.of(RandomSeries.ANY));
            while (set.next()) {
                ChunkCursor chunks = set.at().chunks();
                while (chunks.next()) {
                    SampleBuffer samples = new SampleBuffer();
                    chunks.read(samples);
                    assertThat(chunks.firstTime()).as("seed %d", seed).isEqualTo(samples.time(0));
                    assertThat(chunks.lastTime()).isEqualTo(samples.time(samples.size() - 1));
                    if (chunks.summary() != null) {
                        summaries++;
                        assertThat(ChunkSummaries.of(samples.values(), 0, samples.size()))
                                .as("seed %d", seed)
                                .contains(chunks.summary());
                    }
                }
            }
        }
        assertThat(summaries).as("seed %d", seed).isPositive();
    }

    @Test
    void meta_saysWhatIsInTheBlock() throws IOException {
        RandomSeries series = new RandomSeries(new Random(1), 20, 200, START);
        Block block = write(disk, PARENT, series, BlockSettings.HEAD, new Random(1));
        BlockMeta meta = block.meta();
        assertThat(meta.series()).isEqualTo(series.within(0, Long.MAX_VALUE).size());
        assertThat(meta.samples())
                .isEqualTo(series.samples.values().stream().mapToLong(Map::size).sum());
        assertThat(meta.from())
                .isEqualTo(series.samples.values().stream()
                        .filter(all -> !all.isEmpty())
                        .mapToLong(NavigableMap::firstKey)
                        .min()
                        .orElseThrow());
        assertThat(meta.files()).containsOnlyKeys("chunks-000000", "index", "times");
        assertThat(meta.bytes() + disk.size(PARENT.resolve(meta.id().text()).resolve("meta")))
                .isEqualTo(disk.used());
        assertThat(BlockMetaText.read(BlockMetaText.write(meta))).isEqualTo(meta);
    }

    @Test
    void samples_ofOneScrape_costNoTimesOfTheirOwn() throws IOException {
        long bytes = timesBytes(100, SeriesSink.NO_GROUP, false);
        assertThat(timesBytes(1, 0, false)).isLessThan(1_000);
        assertThat(timesBytes(100, 0, false)).isEqualTo(timesBytes(1, 0, false));
        assertThat(timesBytes(100, 0, true)).isEqualTo(timesBytes(1, 0, false));
        assertThat(bytes)
                .as("equal times of series without a group are kept once")
                .isLessThan(1_500);
    }

    /** The length of the times file of so many series of 480 samples with jitter, perhaps with a gap each. */
    private long timesBytes(int series, int group, boolean gaps) throws IOException {
        disk.deleteTree(PARENT);
        Random random = new Random(7);
        long[] times = new long[480];
        double[] values = new double[480];
        for (int i = 0; i < times.length; i++) {
            times[i] = START + i * 15_000L + random.nextInt(5);
        }
        try (BlockWriter writer = writer(disk, PARENT, BlockSettings.HEAD, random)) {
            writer.group("scrape/kafka");
            writer.rows(times, 0, times.length);
            for (int i = 0; i < series; i++) {
                writer.series(Labels.of(Labels.NAME, "m", "i", String.format("%04d", i)));
                if (gaps) {
                    writer.samples(group, times, values, 0, 100 + i);
                    writer.samples(group, times, values, 101 + i, 480 - 101 - i);
                } else {
                    writer.samples(group, times, values, 0, times.length);
                }
            }
            return writer.finish().orElseThrow().files().getOrDefault("times", 0L);
        }
    }

    @Test
    void finish_noSamples_leavesNothing() throws IOException {
        try (BlockWriter writer = writer(disk, PARENT, BlockSettings.HEAD, new Random(1))) {
            writer.group("g");
            writer.series(Labels.of(Labels.NAME, "m"));
            assertThat(writer.finish()).isEmpty();
        }
        assertThat(disk.list(PARENT)).isEmpty();
    }

    @Test
    void write_wrongOrders_areRefused() throws IOException {
        try (BlockWriter writer = writer(disk, PARENT, BlockSettings.HEAD, new Random(1))) {
            assertThatThrownBy(() -> writer.samples(0, new long[1], new double[1], 0, 1))
                    .isInstanceOf(IllegalStateException.class);
            writer.group("g");
            assertThatThrownBy(() -> writer.rows(new long[] {2, 1}, 0, 2))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("group g: time 1 after 2: does not rise");
            writer.series(Labels.of(Labels.NAME, "m"));
            assertThatThrownBy(() -> writer.group("late")).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> writer.samples(0, new long[] {5, 5}, new double[2], 0, 2))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("time 5 after 5: does not rise");
            assertThatThrownBy(() -> writer.samples(1, new long[] {5}, new double[1], 0, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("group 1: none (expected: -1 to 0)");
        }
        assertThat(disk.list(PARENT)).isEmpty();
    }

    @Test
    void delete_spanOfSomeSeries_isNotSeenAnyMoreAlsoAfterAnOpening() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        RandomSeries series = new RandomSeries(random, 20, 300, START);
        Block block = write(disk, PARENT, series, new BlockSettings(50, 1 << 20), random);
        for (int round = 0; round < 8; round++) {
            long from = START + random.nextInt(300 * 15_000);
            long to = from + random.nextInt(80 * 15_000);
            String instance = "i" + random.nextInt(5);
            block.delete(List.of(Matcher.equal("instance", instance)), from, to);
            series.samples.forEach((labels, all) -> {
                if (labels.get("instance").equals(instance)) {
                    all.subMap(from, true, to, true).clear();
                }
            });
            check(block, series, Long.MIN_VALUE, Long.MAX_VALUE, seed);
            check(block, series, from - 100_000, to + 100_000, seed);
            block = Block.open(disk, PARENT.resolve(block.meta().id().text()));
            check(block, series, Long.MIN_VALUE, Long.MAX_VALUE, seed);
        }
        assertThat(block.deletions()).isPositive();
    }

    @Test
    void delete_diskFull_deletesNothing() throws IOException {
        RandomSeries series = new RandomSeries(new Random(1), 5, 100, START);
        Block block = write(disk, PARENT, series, BlockSettings.HEAD, new Random(1));
        disk.limit(disk.used() + 5);
        assertThatThrownBy(() -> block.delete(List.of(RandomSeries.ANY), START, Long.MAX_VALUE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space left");
        check(block, series, Long.MIN_VALUE, Long.MAX_VALUE, 1);
        disk.heal();
        assertThat(block.delete(List.of(RandomSeries.ANY), Long.MIN_VALUE, Long.MAX_VALUE))
                .isEqualTo(5);
        try (Querier querier = block.querier(Long.MIN_VALUE, Long.MAX_VALUE)) {
            assertThat(RandomSeries.read(querier, new ArrayList<>())).isEmpty();
        }
    }

    @Test
    void open_flippedBitAnywhere_costsAtMostWhatHangsOnIt() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        RandomSeries series = new RandomSeries(random, 12, 120, START);
        Block whole = write(disk, PARENT, series, new BlockSettings(40, 5_000), random);
        whole.delete(List.of(Matcher.equal("instance", "none")), START, START);
        Path directory = PARENT.resolve(whole.meta().id().text());
        int refused = 0;
        int warned = 0;
        for (Path file : disk.files(directory)) {
            for (int position = 0; position < disk.size(file); position += 1 + random.nextInt(60)) {
                int bit = 1 << random.nextInt(8);
                disk.damage(file, position, bit);
                try {
                    warned += checkDamaged(Block.open(disk, directory), series, seed) ? 1 : 0;
                } catch (StorageException e) {
                    assertThat(e).hasMessageStartingWith("block " + whole.meta().id() + ": ");
                    refused++;
                } catch (RuntimeException e) {
                    throw new AssertionError("seed " + seed + " " + file + " at " + position, e);
                }
                disk.damage(file, position, bit);
            }
        }
        assertThat(refused).as("seed %d", seed).isPositive();
        assertThat(warned).as("seed %d", seed).isPositive();
        check(Block.open(disk, directory), series, Long.MIN_VALUE, Long.MAX_VALUE, seed);
    }

    /** Whether something was missing: then there is a warning, and nothing is wrong; verify finds it in any case. */
    private static boolean checkDamaged(Block block, RandomSeries series, long seed) {
        List<String> warnings = new ArrayList<>();
        try (Querier querier = block.querier(Long.MIN_VALUE, Long.MAX_VALUE)) {
            NavigableMap<Labels, NavigableMap<Long, Long>> found = RandomSeries.read(querier, warnings);
            found.forEach((labels, samples) -> {
                NavigableMap<Long, Long> expected = series.samples.get(labels);
                assertThat(expected).as("seed %d", seed).isNotNull().containsAllEntriesOf(samples);
            });
            if (!found.equals(series.within(Long.MIN_VALUE, Long.MAX_VALUE))) {
                assertThat(warnings).as("seed %d", seed).isNotEmpty();
            }
        }
        assertThat(block.verify()).as("seed %d", seed).isNotEmpty();
        return !warnings.isEmpty();
    }

    @Test
    void open_fileCutShortOrMissing_saysWhich() throws IOException {
        RandomSeries series = new RandomSeries(new Random(1), 12, 120, START);
        Block block = write(disk, PARENT, series, BlockSettings.HEAD, new Random(1));
        Path directory = PARENT.resolve(block.meta().id().text());
        for (Path file : disk.files(directory)) {
            int length = (int) disk.size(file);
            for (int cut : new int[] {0, 1, length / 2, length - 1}) {
                disk.cut(file, cut);
                assertThatThrownBy(() -> Block.open(disk, directory))
                        .as("%s cut to %d", file, cut)
                        .isInstanceOf(StorageException.class)
                        .hasMessageContaining(String.valueOf(file.getFileName()));
            }
            disk.cut(file, length);
        }
        Block.open(disk, directory);
        disk.delete(directory.resolve("index"));
        assertThatThrownBy(() -> Block.open(disk, directory))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("no file")
                .hasMessageContaining("index");
    }

    @Test
    void finish_failureAtAnyChange_leavesAllOrNothing() throws IOException {
        long seed = System.nanoTime();
        RandomSeries series = new RandomSeries(new Random(seed), 10, 60, START);
        SimulatedDisk counting = new SimulatedDisk();
        write(counting, PARENT, series, new BlockSettings(30, 1_000), new Random(seed));
        long changes = counting.changes();
        for (long change = 1; change <= changes; change++) {
            for (boolean forGood : new boolean[] {false, true}) {
                SimulatedDisk failing = new SimulatedDisk();
                failing.failAt(change, forGood);
                boolean failed = false;
                try {
                    write(failing, PARENT, series, new BlockSettings(30, 1_000), new Random(seed));
                } catch (IOException e) {
                    failed = true;
                }
                failing.heal();
                assertThat(failed).as("change %d", change).isTrue();
                checkAllOrNothing(failing, series, seed);
                checkAllOrNothing(failing.afterPowerLoss(new Random(seed)), series, seed);
            }
        }
    }

    @Test
    void finish_diskFullAtAnyLength_leavesNothing() throws IOException {
        long seed = System.nanoTime();
        RandomSeries series = new RandomSeries(new Random(seed), 10, 60, START);
        SimulatedDisk counting = new SimulatedDisk();
        write(counting, PARENT, series, new BlockSettings(30, 1_000), new Random(seed));
        for (long limit = 0; limit < counting.used(); limit += 97) {
            SimulatedDisk small = new SimulatedDisk();
            small.limit(limit);
            assertThatThrownBy(() -> write(small, PARENT, series, new BlockSettings(30, 1_000), new Random(seed)))
                    .isInstanceOf(IOException.class);
            assertThat(small.list(PARENT)).isEmpty();
            assertThat(small.used()).isZero();
        }
    }

    @Test
    void finish_thenPowerLoss_keepsTheBlock() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        RandomSeries series = new RandomSeries(random, 10, 60, START);
        disk.createDirectories(PARENT);
        disk.syncDirectory(Path.of("/"));
        disk.syncDirectory(Path.of("/data"));
        Block block = write(disk, PARENT, series, new BlockSettings(30, 1_000), random);
        for (int i = 0; i < 20; i++) {
            SimulatedDisk after = disk.afterPowerLoss(random);
            check(
                    Block.open(after, PARENT.resolve(block.meta().id().text())),
                    series,
                    Long.MIN_VALUE,
                    Long.MAX_VALUE,
                    seed);
        }
    }

    private static void checkAllOrNothing(SimulatedDisk disk, RandomSeries series, long seed) throws IOException {
        BlockDirectory directory = BlockDirectory.open(disk, PARENT);
        assertThat(directory.damaged()).as("seed %d", seed).isEmpty();
        assertThat(directory.blocks().size()).isLessThanOrEqualTo(1);
        for (Block block : directory.blocks()) {
            check(block, series, Long.MIN_VALUE, Long.MAX_VALUE, seed);
        }
        assertThat(disk.list(PARENT)).hasSameSizeAs(directory.blocks());
    }

    @Test
    void block_onARealDisk_isWrittenAndRead(@TempDir Path temporary) throws IOException {
        RandomSeries series = new RandomSeries(new Random(3), 50, 500, START);
        Block block = write(Disk.real(), temporary, series, new BlockSettings(100, 10_000), new Random(3));
        check(block, series, Long.MIN_VALUE, Long.MAX_VALUE, 3);
        block.delete(List.of(Matcher.equal("instance", "i1")), START, Long.MAX_VALUE);
        Block again =
                Block.open(Disk.real(), temporary.resolve(block.meta().id().text()));
        assertThat(again.deletions()).isEqualTo(block.deletions());
        Disk.real().deleteTree(temporary.resolve(block.meta().id().text()));
        assertThat(block.verify()).as("a deleted block can be read on").isEmpty();
    }

    private static BlockWriter writer(Disk disk, Path parent, BlockSettings settings, Random random)
            throws IOException {
        return new BlockWriter(disk, parent, BlockId.of(START, random), 1, List.of(), settings);
    }

    private static Block write(Disk disk, Path parent, RandomSeries series, BlockSettings settings, Random random)
            throws IOException {
        try (BlockWriter writer = writer(disk, parent, settings, random)) {
            series.writeTo(writer);
            BlockMeta meta = writer.finish().orElseThrow();
            return Block.open(disk, parent.resolve(meta.id().text()));
        }
    }
}
