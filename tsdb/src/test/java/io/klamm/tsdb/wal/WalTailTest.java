package io.klamm.tsdb.wal;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.storage.log.LogPosition;
import io.klamm.storage.log.LogTail;
import io.klamm.testing.ManualClock;
import io.klamm.tsdb.files.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalTailTest {

    @TempDir
    private Path directory;

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-20T10:00:00Z"));
    private final List<String> read = new ArrayList<>();
    private TestLog log;

    @BeforeEach
    void openLog() throws IOException {
        log = new TestLog(Disk.real(), TestLog.settings(directory, 3_000), clock);
    }

    @AfterEach
    void closeLog() {
        log.wal.close();
    }

    private void drain(LogTail tail) {
        while (tail.read((labels, time, value) -> read.add(labels + " " + time + " " + value))) {
            // the sink has it
        }
    }

    @Test
    void read_asTheLogGrows_givesEverySampleOnce() {
        try (LogTail tail = log.wal.tail("r", LogPosition.START)) {
            drain(tail);
            assertThat(read).isEmpty();
            for (int i = 0; i < 300; i++) {
                log.append(i % 5, 20, i, i);
                if (i % 3 == 0) {
                    drain(tail);
                    assertThat(read).isEqualTo(log.told);
                    assertThat(tail.behind()).isZero();
                }
            }
            drain(tail);
            assertThat(read).isEqualTo(log.told);
            assertThat(tail.lost()).isZero();
            assertThat(tail.position()).isEqualTo(log.wal.end());
        }
    }

    @Test
    void read_fromAnySavePoint_goesOnThere() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        LogPosition savePoint = LogPosition.START;
        for (int i = 0; i < 200; i++) {
            log.append(random.nextInt(50), 1 + random.nextInt(30), i, i);
            if (random.nextInt(4) == 0) {
                try (LogTail tail = log.wal.tail("r", savePoint)) {
                    drain(tail);
                    savePoint = tail.position();
                    tail.keepFrom(savePoint);
                }
                assertThat(read).as("seed %d", seed).isEqualTo(log.told);
            }
        }
        assertThat(log.wal.readers()).containsExactlyEntriesOf(Map.of("r", savePoint));
    }

    @Test
    void tail_afterRestart_isStillKeptFor() throws IOException {
        for (int i = 0; i < 100; i++) {
            log.append(1, 20, i, i);
        }
        LogPosition place = log.wal.end();
        log.wal.tail("remote", place).close();
        for (int i = 0; i < 100; i++) {
            log.append(1, 20, 100 + i, i);
        }
        log.wal.close();
        TestLog again = new TestLog(Disk.real(), TestLog.settings(directory, 3_000), clock);
        again.append(1, 20, 500, 1);
        assertThat(again.wal.readers()).containsExactlyEntriesOf(Map.of("remote", place));
        again.wal.deleteBefore(Long.MAX_VALUE);
        try (LogTail tail = again.wal.tail("remote", place)) {
            drain(tail);
            assertThat(tail.lost()).isZero();
        }
        List<String> expected = new ArrayList<>(log.told.subList(2000, 4000));
        expected.addAll(again.told);
        assertThat(read).isEqualTo(expected);
        again.wal.close();
    }

    @Test
    void tail_savePointOfALogThatIsGone_beginsWithTheOldest() {
        log.append(1, 5, 1, 1);
        try (LogTail tail = log.wal.tail("r", new LogPosition(999, 5))) {
            drain(tail);
        }
        assertThat(read).isEqualTo(log.told);
    }

    @Test
    void end_isWhereNewSamplesBegin() {
        log.append(1, 5, 1, 1);
        try (LogTail tail = log.wal.tail("r", log.wal.end())) {
            log.append(1, 5, 2, 2);
            drain(tail);
        }
        assertThat(read).isEqualTo(log.told.subList(5, 10));
    }

    @Test
    void read_damagedRecord_isPassedOverAndCounted() throws IOException {
        for (int i = 0; i < 10; i++) {
            log.append(1, 5, i, i);
        }
        Path segment = directory.resolve("00000001.wal");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length - 120] ^= 1;
        Files.write(segment, bytes);
        try (LogTail tail = log.wal.tail("r", LogPosition.START)) {
            drain(tail);
            assertThat(read).hasSize(45);
            assertThat(tail.lost()).isPositive();
            log.append(1, 5, 10, 10);
            drain(tail);
            assertThat(read).hasSize(50);
        }
    }
}
