package io.klamm.tsdb.wal;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.storage.log.LogPosition;
import io.klamm.storage.log.LogTail;
import io.klamm.testing.ManualClock;
import io.klamm.tsdb.files.ByteWriter;
import io.klamm.tsdb.files.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalTest {

    @TempDir
    private Path directory;

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-20T10:00:00Z"));

    private TestLog open(long segmentBytes) throws IOException {
        return new TestLog(Disk.real(), TestLog.settings(directory, segmentBytes), clock);
    }

    @Test
    void append_thenReplay_givesEverySample() throws IOException {
        TestLog log = open(1 << 20);
        for (int i = 0; i < 100; i++) {
            assertThat(log.append(i % 7 * 10, 25, 1000 + i, i)).isTrue();
        }
        TestLog.Replayed replayed = new TestLog.Replayed();
        ReplayReport report = open(1 << 20).wal.replay(replayed);
        assertThat(replayed.samples).isEqualTo(log.told);
        assertThat(report.samples()).isEqualTo(2500);
        assertThat(report.damagedBytes() + report.tornBytes()).isZero();
        assertThat(report.problems()).isEmpty();
        log.wal.close();
    }

    @Test
    void append_manySegments_eachCanBeReadAlone() throws IOException {
        TestLog log = open(2_000);
        for (int i = 0; i < 200; i++) {
            log.append(i % 7 * 10, 25, 1000 + i, i);
        }
        log.wal.close();
        assertThat(segments()).hasSizeGreaterThan(5);
        TestLog.Replayed replayed = new TestLog.Replayed();
        open(2_000).wal.replay(replayed);
        assertThat(replayed.samples).isEqualTo(log.told);
        assertThat(replayed.cuts).isEqualTo(segments().size());
    }

    @Test
    void open_afterATornWrite_beginsANewSegmentAndKeepsTheOld() throws IOException {
        TestLog log = open(1 << 20);
        log.append(1, 10, 1, 1);
        log.append(1, 10, 2, 2);
        log.wal.close();
        Path segment = segments().get(0);
        byte[] bytes = Files.readAllBytes(segment);
        Files.write(segment, Arrays.copyOf(bytes, bytes.length - 3));
        TestLog again = open(1 << 20);
        ReplayReport report = again.wal.replay(new TestLog.Replayed());
        assertThat(report.samples()).isEqualTo(10);
        assertThat(report.tornBytes()).isPositive();
        assertThat(report.damagedBytes()).isZero();
        again.append(1, 10, 3, 3);
        again.wal.close();
        assertThat(segments()).hasSize(2);
        TestLog.Replayed replayed = new TestLog.Replayed();
        open(1 << 20).wal.replay(replayed);
        List<String> expected = new ArrayList<>(log.told.subList(0, 10));
        expected.addAll(again.told);
        assertThat(replayed.samples).isEqualTo(expected);
    }

    @Test
    void replay_aByteChanged_costsOneRecord() throws IOException {
        TestLog log = open(1 << 20);
        for (int i = 0; i < 50; i++) {
            log.append(1, 10, i, i);
        }
        log.wal.close();
        Path segment = segments().get(0);
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 4;
        Files.write(segment, bytes);
        TestLog.Replayed replayed = new TestLog.Replayed();
        ReplayReport report = open(1 << 20).wal.replay(replayed);
        assertThat(replayed.samples).hasSize(490);
        assertThat(report.damagedBytes()).isBetween(20L, 200L);
        assertThat(report.problems()).singleElement().asString().contains("damaged");
    }

    @Test
    void replay_fileOfALaterVersion_isLeftAlone() throws IOException {
        TestLog log = open(1 << 20);
        log.append(1, 1, 1, 1);
        log.wal.close();
        ByteWriter out = new ByteWriter();
        RecordWriter records = new RecordWriter(out);
        records.begin(RecordType.FILE).putVarint(Segment.VERSION + 1);
        records.end();
        Files.write(directory.resolve("00000002.wal"), out.toBytes());
        TestLog.Replayed replayed = new TestLog.Replayed();
        ReplayReport report = open(1 << 20).wal.replay(replayed);
        assertThat(replayed.samples).isEqualTo(log.told);
        assertThat(report.problems()).singleElement().asString().contains("a later version wrote it");
    }

    @Test
    void deleteBefore_leavesTheRest() throws IOException {
        TestLog log = open(1_000);
        for (int i = 0; i < 100; i++) {
            log.append(1, 20, i, i);
        }
        int before = segments().size();
        long first = log.wal.segment() - 2;
        log.wal.deleteBefore(first);
        assertThat(segments()).hasSize(3).hasSizeLessThan(before);
        log.wal.deleteBefore(Long.MAX_VALUE);
        assertThat(segments()).hasSize(1);
        log.wal.close();
    }

    @Test
    void deleteBefore_keepsWhatReadersNeed_upToABound() throws IOException {
        WalSettings small = new WalSettings(directory, 1_000, SyncPolicy.INTERVAL, 1 << 20, 3_000);
        TestLog log = new TestLog(Disk.real(), small, clock);
        log.append(1, 20, 0, 0);
        LogTail tail = log.wal.tail("remote", LogPosition.START);
        for (int i = 1; i < 200; i++) {
            log.append(1, 20, i, i);
        }
        log.wal.deleteBefore(Long.MAX_VALUE);
        assertThat(segments().size()).isBetween(3, 5);
        assertThat(tail.lost()).isPositive();
        assertThat(log.wal.stats().readerLostBytes()).isEqualTo(tail.lost());
        log.wal.forget("remote");
        log.wal.deleteBefore(Long.MAX_VALUE);
        assertThat(segments()).hasSize(1);
        log.wal.close();
    }

    @Test
    void sync_policyNever_rememberNothing() throws IOException {
        WalSettings never = new WalSettings(directory, 1 << 20, SyncPolicy.NEVER, 1 << 20, 0);
        TestLog log = new TestLog(Disk.real(), never, clock);
        log.append(1, 100, 0, 0);
        assertThat(log.wal.crowded()).isFalse();
        assertThat(log.wal.sync()).isTrue();
        assertThat(log.wal.syncTo(log.wal.end())).isTrue();
        log.wal.close();
        log.wal.close();
    }

    private List<Path> segments() throws IOException {
        return Disk.real().list(directory).stream()
                .filter(file -> file.toString().endsWith(".wal"))
                .toList();
    }
}
