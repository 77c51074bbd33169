package io.klamm.tsdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.model.ComponentStatus;
import io.klamm.storage.Appender;
import io.klamm.storage.StorageException;
import io.klamm.storage.StoreAnalysis;
import io.klamm.testing.ManualClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store on a real disk: what is around the samples. */
class TsdbStorageTest {

    private static final int SERIES = 6;
    private static final int MINUTES = 5 * 60;

    @TempDir
    private Path temp;

    private final ManualClock clock = TestStore.clock();
    private Path directory = Path.of("");

    @BeforeEach
    void chooseDirectory() {
        directory = temp.resolve("data");
    }

    private TsdbStorage open(Path where) {
        return TsdbStorage.open(TsdbSettings.of(where), clock);
    }

    /** Five hours of a sample a minute, with the upkeep of these hours: two blocks and a head. */
    private void fill(TsdbStorage store) {
        try (Appender appender = store.appender("writer")) {
            for (int minute = 0; minute < MINUTES; minute++) {
                clock.advance(Duration.ofMinutes(1));
                appender.begin(clock.millis());
                for (int i = 0; i < SERIES; i++) {
                    appender.append(appender.series(TestStore.labels(i)), minute * i);
                }
                appender.commit();
                store.tend();
            }
        }
    }

    @Test
    void analyze_headAndBlocks_countsBoth() {
        long first = clock.millis() + 60_000;
        try (TsdbStorage store = open(directory)) {
            fill(store);
            StoreAnalysis analysis = store.analyze(2);
            assertThat(analysis.blocks()).isNotEmpty();
            assertThat(analysis.series()).isEqualTo(SERIES);
            assertThat(analysis.head().series()).isEqualTo(SERIES);
            assertThat(analysis.samples()).isEqualTo(SERIES * MINUTES);
            assertThat(analysis.labelPairs()).isEqualTo(3 + SERIES);
            assertThat(analysis.metrics()).containsExactly(count("m0", 2), count("m1", 2));
            assertThat(analysis.labels()).containsExactly(count("series", SERIES), count("__name__", 3));
            assertThat(analysis.oldest()).isEqualTo(first).isEqualTo(store.oldest());
            assertThat(analysis.newest()).isEqualTo(clock.millis());
            assertThat(analysis.bytesPerBlockSample()).isPresent();
        }
    }

    private static StoreAnalysis.Count count(String name, long count) {
        return new StoreAnalysis.Count(name, count);
    }

    @Test
    void oldest_emptyStore_isNever() {
        try (TsdbStorage store = open(directory)) {
            assertThat(store.oldest()).isEqualTo(Long.MAX_VALUE);
        }
    }

    @Test
    void snapshot_ofHeadAndBlocks_isAStoreWithTheSameSamples() {
        Path copy = directory.resolve("snapshots").resolve("one");
        try (TsdbStorage store = open(directory)) {
            fill(store);
            store.snapshot(copy);
            try (TsdbStorage second = open(copy)) {
                assertThat(TestStore.readAll(second)).isEqualTo(TestStore.readAll(store));
                assertThat(second.verify().problems()).isEmpty();
            }
            assertThatThrownBy(() -> store.snapshot(copy))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("is not empty");
        }
        try (TsdbStorage again = open(directory)) {
            assertThat(TestStore.readAll(again)).hasSize(SERIES);
        }
    }

    @Test
    void status_healthy_isOkAndCounts() {
        try (TsdbStorage store = open(directory)) {
            fill(store);
            ComponentStatus status = store.status();
            assertThat(status.state()).isEqualTo(ComponentStatus.State.OK);
            assertThat(status.counts()).containsEntry("series", (long) SERIES);
            assertThat(status.errors()).isEmpty();
            assertThat(store.stats().openReaders()).isZero();
        }
    }

    @Test
    void open_directoryInUse_isRefusedAndLeavesTheFirstAlone() {
        try (TsdbStorage store = open(directory)) {
            assertThatThrownBy(() -> open(directory))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("in use by this process");
            fill(store);
            assertThat(store.status().state()).isEqualTo(ComponentStatus.State.OK);
        }
        open(directory).close();
    }

    @Test
    void open_laterFormat_isRefused() throws Exception {
        open(directory).close();
        Files.writeString(directory.resolve("format"), "2\n");
        assertThatThrownBy(() -> open(directory))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("format 2 (expected: 1;");
    }

    @Test
    void open_directoryOfSomebodyElse_isRefusedAndNothingIsPutThere() throws Exception {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("letter.txt"), "mine");
        assertThatThrownBy(() -> open(directory))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("(expected: an empty directory, or one that Klamm made)");
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void close_twice_isSafe() {
        TsdbStorage store = open(directory);
        store.close();
        store.close();
    }
}
