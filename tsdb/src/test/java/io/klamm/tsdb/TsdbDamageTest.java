package io.klamm.tsdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.ComponentStatus;
import io.klamm.model.series.Labels;
import io.klamm.storage.MatchType;
import io.klamm.storage.Matcher;
import io.klamm.storage.Querier;
import io.klamm.storage.SampleBuffer;
import io.klamm.storage.Selection;
import io.klamm.storage.SeriesSet;
import io.klamm.storage.StorageException;
import io.klamm.storage.log.LogPosition;
import io.klamm.tsdb.files.SimulatedDisk;
import io.klamm.tsdb.wal.SyncPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A bit is flipped, or an end is missing, in each kind of file: the store opens, gives no sample that was not written, says what is wrong, and loses no more than the record, chunk or
 * block that it is in.
 */
class TsdbDamageTest {

    private static final int FLIPS = Integer.getInteger("klamm.torture.flips", 40);
    /** The most samples of a series that one chunk or one record of the head has. */
    private static final int MOST_ROWS = 240;

    private final long seed = Long.getLong("klamm.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Workload workload = new Workload(new Random(random.nextLong()), SyncPolicy.INTERVAL);
    private SimulatedDisk disk = new SimulatedDisk();
    private Map<Labels, Map<Long, Long>> expected = Map.of();

    /** A store with merged and fresh blocks, one of them with deletions, sealed chunks, a log that has something, and a reader of it. */
    @BeforeEach
    void makeStore() {
        workload.minutes(13 * 60);
        workload.store().merge();
        workload.minutes(7);
        workload.store()
                .deleteSeries(
                        List.of(Matcher.equal("series", "s1")),
                        workload.clock.millis() - 9 * 3_600_000L,
                        workload.clock.millis() - 7 * 3_600_000L);
        workload.store().log().tail("reader", LogPosition.START);
        expected = TestStore.readAll(workload.store());
        assertThat(workload.store().stats().blocks()).isGreaterThan(1);
        assertThat(workload.store().stats().head().chunkFiles()).isPositive();
        assertThat(workload.store().sync()).isTrue();
        disk = workload.disk.copy();
    }

    /** What a store had after something was damaged. */
    private record Outcome(
            Map<Labels, Map<Long, Long>> found, List<String> warnings, ComponentStatus status, List<String> problems) {

        boolean isTold() {
            return !warnings.isEmpty()
                    || status.state() != ComponentStatus.State.OK
                    || !status.errors().isEmpty();
        }
    }

    /** Opens a copy of the disk in which something was changed. */
    private Outcome open(SimulatedDisk damaged) {
        TsdbStorage store = TestStore.open(TsdbSettings.of(TestStore.DIRECTORY), damaged, workload.clock);
        Map<Labels, Map<Long, Long>> found = new TreeMap<>();
        List<String> warnings;
        try (Querier querier = store.querier(Long.MIN_VALUE, Long.MAX_VALUE)) {
            SeriesSet set = querier.select(Selection.of(new Matcher(MatchType.REGEX, Labels.NAME, ".+")));
            while (set.next()) {
                SampleBuffer samples = new SampleBuffer();
                set.at().read(samples);
                Map<Long, Long> bits = new TreeMap<>();
                for (int i = 0; i < samples.size(); i++) {
                    bits.put(samples.time(i), Double.doubleToRawLongBits(samples.value(i)));
                }
                if (!bits.isEmpty()) {
                    found.put(set.at().labels(), bits);
                }
            }
            warnings = set.warnings();
        }
        List<String> problems = new ArrayList<>(store.startReport().problems());
        ComponentStatus status = store.status();
        problems.addAll(store.verify().problems());
        return new Outcome(found, warnings, status, problems);
    }

    private List<Path> files(String pattern) {
        List<Path> files = disk.files(TestStore.DIRECTORY).stream()
                .filter(file -> TestStore.DIRECTORY.relativize(file).toString().matches(pattern))
                .toList();
        assertThat(files).as(pattern).isNotEmpty();
        return files;
    }

    /** Flips bits in files of a kind, one at a time; what is found must be right, and told where something is missing. */
    private void flip(String pattern, Check check) throws IOException {
        List<Path> files = files(pattern);
        for (int i = 0; i < FLIPS; i++) {
            Path file = files.get(random.nextInt(files.size()));
            SimulatedDisk damaged = disk.copy();
            int position = random.nextInt((int) damaged.size(file));
            damaged.damage(file, position, 1 << random.nextInt(8));
            checkOutcome(file + " at " + position, file, open(damaged), check);
        }
    }

    /** Cuts files of a kind short, one at a time. */
    private void cut(String pattern, Check check) throws IOException {
        List<Path> files = files(pattern);
        for (int i = 0; i < FLIPS / 4; i++) {
            Path file = files.get(random.nextInt(files.size()));
            SimulatedDisk damaged = disk.copy();
            int length = random.nextInt((int) damaged.size(file));
            damaged.cut(file, length);
            checkOutcome(file + " cut to " + length, file, open(damaged), check);
        }
    }

    /** What must hold of the samples that are missing. */
    private interface Check {
        void check(String context, Path file, Outcome outcome, Map<Labels, Map<Long, Long>> missing);
    }

    private void checkOutcome(String what, Path file, Outcome outcome, Check check) {
        String context = "seed " + seed + ", " + what;
        Map<Labels, Map<Long, Long>> missing = missing(expected, outcome.found());
        Map<Labels, Map<Long, Long>> more = missing(outcome.found(), expected);
        assertThat(more).as(context).isEmpty();
        if (!missing.isEmpty()) {
            assertThat(outcome.isTold()).as(context).isTrue();
        }
        check.check(context, file, outcome, missing);
    }

    private static Map<Labels, Map<Long, Long>> missing(
            Map<Labels, Map<Long, Long>> all, Map<Labels, Map<Long, Long>> some) {
        Map<Labels, Map<Long, Long>> missing = new TreeMap<>();
        all.forEach((labels, samples) -> {
            Map<Long, Long> left = new TreeMap<>(samples);
            left.entrySet().removeAll(some.getOrDefault(labels, Map.of()).entrySet());
            if (!left.isEmpty()) {
                missing.put(labels, left);
            }
        });
        return missing;
    }

    private static int count(Map<Labels, Map<Long, Long>> samples) {
        return samples.values().stream().mapToInt(Map::size).sum();
    }

    @Test
    void log_aFlippedBit_costsOneRecord() throws IOException {
        flip("wal/\\d+.*", (context, file, outcome, missing) -> assertThat(count(missing))
                .as(context)
                .isLessThanOrEqualTo(Workload.SERIES));
    }

    /** What is missing cannot be told if the cut is between two records: so does a log look that ended there. */
    @Test
    void log_cutShort_isOpenedAndGivesWhatIsLeft() throws IOException {
        List<Path> files = files("wal/\\d+.*");
        for (int i = 0; i < FLIPS / 4; i++) {
            Path file = files.get(random.nextInt(files.size()));
            SimulatedDisk damaged = disk.copy();
            int length = random.nextInt((int) damaged.size(file));
            damaged.cut(file, length);
            assertThat(missing(open(damaged).found(), expected))
                    .as("seed %d, %s cut to %d", seed, file, length)
                    .isEmpty();
        }
    }

    @Test
    void logReaders_aFlippedBit_costsNoSampleAndIsTold() throws IOException {
        flip("wal/readers", (context, file, outcome, missing) -> {
            assertThat(missing).as(context).isEmpty();
            assertThat(outcome.problems()).as(context).anyMatch(problem -> problem.contains("readers"));
        });
    }

    @Test
    void headChunks_aFlippedBit_costsOneRecordAndIsTold() throws IOException {
        flip("head/.*", (context, file, outcome, missing) -> {
            assertThat(count(missing)).as(context).isLessThanOrEqualTo(Workload.SERIES * MOST_ROWS);
            assertThat(outcome.problems()).as(context).isNotEmpty();
        });
    }

    @Test
    void headChunks_cutShort_isOpenedAndTold() throws IOException {
        cut("head/.*", (context, file, outcome, missing) -> assertThat(outcome.problems())
                .as(context)
                .isNotEmpty());
    }

    @Test
    void blockChunks_aFlippedBit_costsOneChunkAndIsTold() throws IOException {
        flip("blocks/[^/]+/chunks-\\d+", (context, file, outcome, missing) -> {
            assertIsolated(context, file, outcome, missing);
            if (outcome.status().errors().getOrDefault("damaged-blocks", 0L) == 0) {
                assertThat(missing.size()).as(context).isLessThanOrEqualTo(1);
            }
        });
    }

    @Test
    void blockTimes_aFlippedBit_costsNoMoreThanTheBlockAndIsTold() throws IOException {
        flip("blocks/[^/]+/times", TsdbDamageTest::assertIsolated);
    }

    @Test
    void blockIndex_aFlippedBit_setsTheBlockAside() throws IOException {
        flip("blocks/[^/]+/index", TsdbDamageTest::assertSetAside);
    }

    @Test
    void blockMeta_aFlippedBit_setsTheBlockAside() throws IOException {
        flip("blocks/[^/]+/meta", TsdbDamageTest::assertSetAside);
    }

    @Test
    void blockTombstones_aFlippedBit_setsTheBlockAside() throws IOException {
        flip("blocks/[^/]+/tombstones", TsdbDamageTest::assertSetAside);
    }

    @Test
    void blockFiles_cutShort_setTheBlockAside() throws IOException {
        cut("blocks/[^/]+/.*", TsdbDamageTest::assertSetAside);
    }

    /** All that is missing is of the time of one block, and the damage is found. */
    private static void assertIsolated(
            String context, Path file, Outcome outcome, Map<Labels, Map<Long, Long>> missing) {
        assertThat(outcome.problems()).as(context).isNotEmpty();
        String block = String.valueOf(file.getName(file.getNameCount() - 2));
        assertThat(String.join(" ", outcome.problems())).as(context).contains(block);
        missing.values()
                .forEach(samples -> assertThat(samples.size()).as(context).isLessThan(13 * 60));
    }

    private static void assertSetAside(
            String context, Path file, Outcome outcome, Map<Labels, Map<Long, Long>> missing) {
        assertIsolated(context, file, outcome, missing);
        assertThat(outcome.status().errors()).as(context).containsEntry("damaged-blocks", 1L);
        assertThat(outcome.status().lastError()).as(context).contains("left out: ");
    }

    @Test
    void readme_aFlippedBit_costsNothing() throws IOException {
        flip("README", (context, file, outcome, missing) -> assertThat(missing)
                .as(context)
                .isEmpty());
    }

    @Test
    void format_aFlippedBit_isAnotherFormatOrNone() throws IOException {
        Path format = TestStore.DIRECTORY.resolve("format");
        for (int position = 0; position < disk.size(format); position++) {
            for (int bit = 0; bit < 8; bit++) {
                SimulatedDisk damaged = disk.copy();
                damaged.damage(format, position, 1 << bit);
                try {
                    assertThat(open(damaged).found()).isEqualTo(expected);
                } catch (StorageException e) {
                    assertThat(e).hasMessageContaining("(expected: 1;");
                }
            }
        }
    }
}
