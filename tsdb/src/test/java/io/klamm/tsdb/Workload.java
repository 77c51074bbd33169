package io.klamm.tsdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.series.Labels;
import io.klamm.storage.Appender;
import io.klamm.storage.Committed;
import io.klamm.testing.ManualClock;
import io.klamm.tsdb.files.SimulatedDisk;
import io.klamm.tsdb.wal.SyncPolicy;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Minutes of a store on a simulated disk: a batch each, and the upkeep that the store's threads would do; and what has to be there afterwards. */
final class Workload {

    static final int SERIES = 4;

    final Random random;
    final ManualClock clock = TestStore.clock();
    final Map<Labels, Map<Long, Long>> written = new TreeMap<>();
    /** What would be there if the machine lost its power now. */
    Map<Labels, Map<Long, Long>> synced = new TreeMap<>();

    SimulatedDisk disk = new SimulatedDisk();
    private TsdbSettings settings = TsdbSettings.of(TestStore.DIRECTORY);
    private TsdbStorage store;
    private Appender appender;

    Workload(Random random, SyncPolicy sync) {
        this.random = random;
        this.settings = settings.withSync(sync);
        this.store = TestStore.open(settings, disk, clock);
        this.appender = store.appender("writer");
    }

    TsdbStorage store() {
        return store;
    }

    /** Opens the store anew, on a disk that has what this one has; the old one is left as after a kill. */
    void reopen() {
        reopen(disk);
    }

    void reopen(SimulatedDisk other) {
        disk = other;
        store = TestStore.open(settings, disk, clock);
        appender = store.appender("writer");
    }

    /** Lets so many minutes pass. */
    void minutes(int count) {
        for (int i = 0; i < count; i++) {
            minute();
        }
    }

    private void minute() {
        clock.advance(Duration.ofMinutes(1));
        Committed committed = write();
        // A batch without samples is safe whatever became of those before it.
        boolean safe = settings.sync() == SyncPolicy.ALWAYS && committed.logged() && committed.samples() > 0;
        if (safe || (random.nextInt(4) == 0 && store.sync())) {
            synced = copy(written);
        }
        store.tend();
        if (random.nextInt(30) == 0) {
            store.merge();
        }
    }

    private Committed write() {
        appender.begin(clock.millis());
        int count = 0;
        for (int i = 0; i < SERIES; i++) {
            if (random.nextInt(8) > 0) {
                count++;
                long late = random.nextInt(20) == 0 ? 30_000L + random.nextInt(600_000) : 0;
                count -= append(TestStore.labels(i), clock.millis() - late) ? 0 : 1;
            }
        }
        Committed committed = appender.commit();
        assertThat(committed.samples()).isEqualTo(count);
        return committed;
    }

    private boolean append(Labels labels, long time) {
        double value = random.nextInt(3) == 0 ? random.nextGaussian() : random.nextInt(1_000);
        boolean kept = appender.append(appender.series(labels), time, value).kept();
        if (kept) {
            written.computeIfAbsent(labels, key -> new TreeMap<>()).put(time, Double.doubleToRawLongBits(value));
        }
        return kept;
    }

    private static Map<Labels, Map<Long, Long>> copy(Map<Labels, Map<Long, Long>> samples) {
        Map<Labels, Map<Long, Long>> copy = new TreeMap<>();
        samples.forEach((labels, of) -> copy.put(labels, new TreeMap<>(of)));
        return copy;
    }

    /** That everything that was written is read. */
    void checkAll(String when) {
        Map<Labels, Map<Long, Long>> found = TestStore.readAll(store);
        assertThat(found.equals(written))
                .as("%s: %s", when, TestStore.difference(found, written))
                .isTrue();
    }

    /** That nothing is missing that was synced, and that nothing is there that was not written. */
    void checkSynced(String when) {
        Map<Labels, Map<Long, Long>> found = TestStore.readAll(store);
        assertThat(contains(found, synced))
                .as("%s, synced: %s", when, TestStore.difference(found, synced))
                .isTrue();
        assertThat(contains(written, found))
                .as("%s, written: %s", when, TestStore.difference(found, written))
                .isTrue();
    }

    static boolean contains(Map<Labels, Map<Long, Long>> all, Map<Labels, Map<Long, Long>> some) {
        return some.entrySet().stream().allMatch(entry -> all.getOrDefault(entry.getKey(), Map.of())
                .entrySet()
                .containsAll(entry.getValue().entrySet()));
    }
}
