package io.klamm.tsdb.wal;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.testing.ManualClock;
import io.klamm.tsdb.files.SimulatedDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A disk that fails at every single write and sync, that is full, and that loses power. */
class WalFaultsTest {

    private static final Path DIRECTORY = Path.of("/wal");
    private static final int BATCHES = 60;
    private static final int SERIES = 7;

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-20T10:00:00Z"));
    private SimulatedDisk disk = new SimulatedDisk();
    private final Set<String> acknowledged = new HashSet<>();
    private final Set<String> synced = new HashSet<>();

    @BeforeEach
    void makeDirectory() throws IOException {
        disk.createDirectories(DIRECTORY);
        disk.syncDirectory(Path.of("/"));
    }

    private TestLog open(SyncPolicy sync) throws IOException {
        return new TestLog(disk, new WalSettings(DIRECTORY, 1_500, sync, 1 << 20, 0), clock);
    }

    /** Appends batches, a sync after each third, with a second between them. */
    private void write(TestLog log, int batches) {
        for (int i = 0; i < batches; i++) {
            clock.advance(Duration.ofSeconds(1));
            int told = log.told.size();
            if (log.append(i % 5, SERIES, clock.millis(), i)) {
                acknowledged.addAll(log.told.subList(told, log.told.size()));
            }
            if (i % 3 == 2 && log.wal.sync()) {
                synced.clear();
                synced.addAll(acknowledged);
            }
        }
    }

    private Set<String> replaySet(SimulatedDisk from) throws IOException {
        return new HashSet<>(replay(from));
    }

    private List<String> replay(SimulatedDisk from) throws IOException {
        TestLog.Replayed replayed = new TestLog.Replayed();
        new TestLog(from, new WalSettings(DIRECTORY, 1_500, SyncPolicy.INTERVAL, 1 << 20, 0), clock)
                .wal.replay(replayed);
        return replayed.samples;
    }

    private int changesOfAHealthyRun(SyncPolicy sync) throws IOException {
        long before = disk.changes();
        write(open(sync), BATCHES);
        return (int) (disk.changes() - before);
    }

    private static void assertAllIn(Set<String> wanted, Set<String> found, String what) {
        Set<String> missing = new HashSet<>(wanted);
        missing.removeAll(found);
        assertThat(missing).as(what).isEmpty();
    }

    private void reset() throws IOException {
        disk = new SimulatedDisk();
        makeDirectory();
        acknowledged.clear();
        synced.clear();
    }

    @ParameterizedTest
    @EnumSource(SyncPolicy.class)
    void anyChange_failsOnce_nothingIsLost(SyncPolicy sync) throws IOException {
        int changes = changesOfAHealthyRun(sync);
        for (int change = 1; change <= changes; change++) {
            reset();
            TestLog log = open(sync);
            disk.failAt(change, false);
            write(log, BATCHES);
            assertAllIn(acknowledged, replaySet(disk), "change " + change + ", killed");
            log.wal.close();
            assertThat(replaySet(disk).equals(new HashSet<>(log.told)))
                    .as("change %d, closed", change)
                    .isTrue();
            assertThat(log.wal.stats().droppedBytes()).isZero();
        }
    }

    @Test
    void anyChange_andAllAfterIt_fail_whatWasAcknowledgedIsThere() throws IOException {
        int changes = changesOfAHealthyRun(SyncPolicy.INTERVAL);
        for (int change = 1; change <= changes; change++) {
            reset();
            TestLog log = open(SyncPolicy.INTERVAL);
            disk.failAt(change, true);
            write(log, BATCHES);
            assertThat(log.wal.stats().failingSince()).isNotNull();
            assertAllIn(acknowledged, replaySet(disk), "change " + change + ", killed");
            disk.heal();
            write(log, 3);
            assertThat(log.wal.stats().failingSince()).isNull();
            log.wal.close();
            assertThat(replaySet(disk).equals(new HashSet<>(log.told)))
                    .as("change %d, healed", change)
                    .isTrue();
        }
    }

    @Test
    void powerLoss_atAnyMoment_whatWasSyncedIsThere() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            reset();
            TestLog log = open(SyncPolicy.INTERVAL);
            if (random.nextBoolean()) {
                disk.failAt(1 + random.nextInt(90), false);
            }
            write(log, 1 + random.nextInt(BATCHES));
            assertAllIn(synced, replaySet(disk.afterPowerLoss(random)), "seed " + seed + ", round " + round);
        }
    }

    @Test
    void fullDisk_recordsWait_andAreWrittenWhenThereIsRoom() throws IOException {
        TestLog log = open(SyncPolicy.INTERVAL);
        write(log, 10);
        disk.limit(disk.used() + 100);
        write(log, 40);
        assertThat(acknowledged.size()).isBetween(10 * SERIES, 13 * SERIES);
        assertThat(log.wal.stats().backlogBytes()).isPositive();
        assertThat(log.wal.stats().lastError()).contains("No space left");
        assertThat(replay(disk)).containsAll(acknowledged);
        disk.heal();
        write(log, 1);
        assertThat(log.wal.stats().backlogBytes()).isZero();
        assertThat(log.wal.stats().lastError()).isNull();
        assertThat(new HashSet<>(replay(disk))).isEqualTo(new HashSet<>(log.told));
        log.wal.close();
    }

    @Test
    void fullDisk_moreThanTheBacklogTakes_isDroppedAndTold() throws IOException {
        TestLog log = new TestLog(disk, new WalSettings(DIRECTORY, 1 << 20, SyncPolicy.INTERVAL, 2_000, 0), clock);
        write(log, 10);
        disk.limit(disk.used());
        write(log, 100);
        assertThat(log.wal.stats().droppedBytes()).isPositive();
        assertThat(log.wal.stats().backlogBytes()).isLessThanOrEqualTo(2_000);
        assertThat(log.wal.takeIncomplete()).isTrue();
        assertThat(log.wal.takeIncomplete()).isFalse();
        disk.heal();
        write(log, 1);
        List<String> left = replay(disk);
        assertThat(left).containsAll(acknowledged).endsWith(log.told.get(log.told.size() - 1));
        assertThat(log.told).containsAll(left);
        log.wal.close();
    }

    @Test
    void syncTo_policyAlways_isTrueOnlyIfItIsSynced() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            reset();
            TestLog log = open(SyncPolicy.ALWAYS);
            disk.failAt(1 + random.nextInt(60), random.nextBoolean());
            for (int i = 0; i < 30; i++) {
                int told = log.told.size();
                if (log.append(i % 5, SERIES, 1000 + i, i) && log.wal.syncTo(log.wal.end())) {
                    synced.addAll(log.told.subList(told, log.told.size()));
                }
            }
            assertAllIn(synced, replaySet(disk.afterPowerLoss(random)), "seed " + seed + ", round " + round);
        }
    }

    @Test
    void replay_anyBitChanged_costsNoOtherRecord() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        TestLog log = new TestLog(disk, new WalSettings(DIRECTORY, 1 << 20, SyncPolicy.INTERVAL, 1 << 20, 0), clock);
        for (int i = 0; i < 40; i++) {
            log.append(0, SERIES, 1000 + i, i);
        }
        Path segment = DIRECTORY.resolve("00000001.wal");
        for (int round = 0; round < 300; round++) {
            // Behind the first batch, whose record of labels all others lean on.
            int at = 400 + random.nextInt((int) disk.size(segment) - 400);
            int bit = 1 << random.nextInt(8);
            disk.damage(segment, at, bit);
            assertThat(replay(disk)).as("seed %d, byte %d", seed, at).hasSize(39 * SERIES);
            disk.damage(segment, at, bit);
        }
    }
}
