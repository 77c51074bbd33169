package io.klamm.lag.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.testing.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on the disk comes back as it was; what is damaged there costs the rest of its file and nothing else. */
class JournalFilesTest {

    @TempDir
    private Path dir;

    private final ManualClock clock = new ManualClock(Told.START);

    private SegmentedLog log(Duration keep, long maxBytes) {
        return new SegmentedLog(new JournalConfig(dir, keep, maxBytes), clock);
    }

    private SegmentedLog log() {
        return log(Duration.ofHours(24), 1 << 30);
    }

    private List<Entry> readAll(List<String> damages) throws IOException {
        List<Entry> entries = new ArrayList<>();
        damages.addAll(new JournalReader(dir).read(0, entries::add));
        return entries;
    }

    private List<Entry> readAll() throws IOException {
        List<String> damages = new ArrayList<>();
        List<Entry> entries = readAll(damages);
        assertThat(damages).isEmpty();
        return entries;
    }

    private Path onlyFile() throws IOException {
        List<JournalFiles.Segment> files = new JournalFiles(dir).list();
        assertThat(files).hasSize(1);
        return files.get(0).file();
    }

    @Test
    void entries_ofAnyKind_comeBackAsTheyWere() throws IOException {
        for (long seed = 1; seed <= 50; seed++) {
            Path own = Files.createDirectory(dir.resolve("seed-" + seed));
            List<Entry> told = new Told(seed).entries(40);
            try (SegmentedLog log = new SegmentedLog(new JournalConfig(own, Duration.ofHours(1), 1 << 20), clock)) {
                assertThat(log.append(told)).isEmpty();
            }
            List<Entry> read = new ArrayList<>();
            assertThat(new JournalReader(own).read(0, read::add)).isEmpty();
            assertThat(read).as("seed %d", seed).isEqualTo(told);
        }
    }

    @Test
    void reader_noDirectory_readsNothing() throws IOException {
        assertThat(new JournalReader(dir.resolve("nowhere")).read(0, entry -> {}))
                .isEmpty();
    }

    @Test
    void file_cutAnywhere_givesAllWholeEntriesAndNoDamage() throws IOException {
        List<Entry> told = new Told(7).entries(6);
        try (SegmentedLog log = log()) {
            log.append(told);
        }
        byte[] whole = Files.readAllBytes(onlyFile());
        int most = 0;
        for (int length = 0; length < whole.length; length++) {
            Files.write(onlyFile(), Arrays.copyOf(whole, length));
            List<Entry> read = readAll();
            assertThat(read).as("%d bytes", length).isEqualTo(told.subList(0, read.size()));
            assertThat(read.size()).isGreaterThanOrEqualTo(most).isLessThan(told.size());
            most = read.size();
        }
        assertThat(most).isEqualTo(told.size() - 1);
    }

    @Test
    void file_oneByteChanged_givesTheEntriesBeforeAndSaysSo() throws IOException {
        List<Entry> told = new Told(8).entries(6);
        try (SegmentedLog log = log()) {
            log.append(told);
        }
        byte[] whole = Files.readAllBytes(onlyFile());
        Random random = new Random(8);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            Files.write(onlyFile(), damaged);
            List<String> damages = new ArrayList<>();
            List<Entry> read = readAll(damages);
            assertThat(read).isEqualTo(told.subList(0, read.size()));
            // A length that has become too large looks like a frame that is still being written.
            assertThat(read.size()).isLessThan(told.size());
        }
    }

    @Test
    void file_ofAnotherFormat_isNamedAndTheOthersAreRead() throws IOException {
        Files.writeString(dir.resolve("0000000000001.klammlag"), "this is not a journal");
        List<Entry> told = new Told(9).entries(3);
        try (SegmentedLog log = log()) {
            log.append(told);
        }
        List<String> damages = new ArrayList<>();
        assertThat(readAll(damages)).isEqualTo(told);
        assertThat(damages)
                .containsExactly("0000000000001.klammlag: head: not of this format and version (expected:"
                        + " KLAMMLAG, version 1)");
    }

    @Test
    void codec_anyBytes_areAnEntryOrBad() {
        Random random = new Random(11);
        byte[] good = new EntryCodec().write(new Entry.Cycle(new Told(11).snapshot(3)));
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = random.nextBoolean() ? new byte[random.nextInt(60)] : good.clone();
            if (bytes.length == good.length) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            } else {
                random.nextBytes(bytes);
            }
            try {
                new EntryCodec().read(bytes);
            } catch (BadJournalException e) {
                assertThat(e).hasMessageContaining(":");
            }
        }
    }

    @Test
    void log_tenMinutes_beginsAnotherFileThatStandsAlone() throws IOException {
        List<Entry> told = new Told(3).entries(30);
        try (SegmentedLog log = log()) {
            for (Entry entry : told) {
                assertThat(log.append(List.of(entry))).isEmpty();
                clock.advance(Duration.ofMinutes(1));
            }
        }
        List<JournalFiles.Segment> files = new JournalFiles(dir).list();
        assertThat(files).hasSize(3);
        assertThat(readAll()).isEqualTo(told);
        Files.delete(files.get(0).file());
        assertThat(readAll()).isEqualTo(told.subList(11, told.size()));
    }

    @Test
    void reader_fromAMoment_leavesOutFilesThatEndedBefore() throws IOException {
        List<Entry> told = new Told(3).entries(30);
        try (SegmentedLog log = log()) {
            for (Entry entry : told) {
                log.append(List.of(entry));
                clock.advance(Duration.ofMinutes(1));
            }
        }
        List<Entry> read = new ArrayList<>();
        new JournalReader(dir).read(Told.START.plus(Duration.ofMinutes(12)).toEpochMilli(), read::add);
        assertThat(read).isEqualTo(told.subList(11, told.size()));
    }

    @Test
    void log_filesTooOldOrTooLarge_go() throws IOException {
        try (SegmentedLog log = log(Duration.ofMinutes(30), 1 << 30)) {
            for (int i = 0; i < 120; i++) {
                log.append(new Told(i).entries(1));
                clock.advance(Duration.ofMinutes(1));
            }
        }
        assertThat(new JournalFiles(dir).list()).hasSizeBetween(4, 5);
        try (SegmentedLog log = log(Duration.ofHours(24), 0)) {
            log.append(new Told(1).entries(1));
        }
        assertThat(new JournalFiles(dir).list()).hasSize(1);
    }

    @Test
    void log_secondOfOneDirectory_isRefused() throws IOException {
        try (SegmentedLog first = log();
                SegmentedLog second = log()) {
            assertThat(first.append(new Told(1).entries(1))).isEmpty();
            assertThat(second.append(new Told(1).entries(1)).orElseThrow())
                    .hasMessageContaining("locked (expected: one Klamm for one data directory)");
        }
    }

    @Test
    void log_directoryCannotBeWritten_saysSoAndRecovers() throws IOException {
        Path blocked = dir.resolve("blocked");
        Files.writeString(blocked, "a file where a directory should be");
        try (SegmentedLog log = new SegmentedLog(new JournalConfig(blocked, Duration.ofHours(1), 1 << 20), clock)) {
            assertThat(log.append(new Told(1).entries(1))).isPresent();
            Files.delete(blocked);
            List<Entry> told = new Told(2).entries(3);
            assertThat(log.append(told)).isEmpty();
            List<Entry> read = new ArrayList<>();
            new JournalReader(blocked).read(0, read::add);
            assertThat(read).isEqualTo(told);
        }
    }

    @Test
    void directory_ofAnyClusterName_isOneFolderBelowTheData() {
        assertThat(JournalConfig.directory(dir, "orders")).isEqualTo(dir.resolve("lag/orders"));
        for (String name : List.of("..", ".", "주문", "a/b")) {
            assertThat(JournalConfig.directory(dir, name).getParent()).isEqualTo(dir.resolve("lag"));
        }
        assertThatThrownBy(() -> new Input().text()).isInstanceOf(BadJournalException.class);
    }
}
