package io.klamm.tsdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.series.Labels;
import io.klamm.tsdb.files.Disk;
import io.klamm.tsdb.wal.SyncPolicy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roaringbitmap.longlong.Roaring64Bitmap;

/** A real process writes, seals, cuts and merges, and is killed at random moments, again and again: every sample that it acknowledged is there, and no other value than was written. */
class TortureIT {

    private static final int ROUNDS = Integer.getInteger("klamm.torture.kills", 12);
    private static final int LONGEST_MILLIS = 800;
    private static final long OVERLAP_MILLIS = TimeUnit.HOURS.toMillis(6);

    private final long seed = Long.getLong("klamm.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Roaring64Bitmap acknowledged = new Roaring64Bitmap();
    private long next;
    private long slowestOpening;

    @TempDir
    private Path directory;

    @Test
    void process_killedAgainAndAgain_everyAcknowledgedSampleIsThere() throws Exception {
        DataDirectory.prepare(Disk.real(), directory);
        long blocks = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long from = TortureData.time(next) - OVERLAP_MILLIS;
            run(random.nextInt(3) == 0 ? SyncPolicy.ALWAYS : SyncPolicy.INTERVAL);
            try (TsdbStorage store = open()) {
                assertThat(store.startReport().problems()).as(context(round)).isEmpty();
                check(store, from, context(round));
                blocks = store.stats().blocks();
            }
        }
        assertThat(acknowledged.getLongCardinality()).as(context(ROUNDS)).isGreaterThan(100L);
        try (TsdbStorage store = open()) {
            check(store, Long.MIN_VALUE, context(ROUNDS));
            assertThat(store.verify().problems()).as(context(ROUNDS)).isEmpty();
        }
        System.out.printf(
                "torture: %d kills, %d batches acknowledged, %d samples checked at the end, %d blocks, slowest opening %d ms%n",
                ROUNDS,
                acknowledged.getLongCardinality(),
                acknowledged.getLongCardinality() * (TortureData.SERIES + 1),
                blocks,
                slowestOpening);
    }

    private String context(int round) {
        return "seed " + seed + ", round " + round;
    }

    private TsdbStorage open() {
        TsdbStorage store = TsdbStorage.open(
                TortureWriter.settings(directory),
                Disk.real(),
                new TortureWriter.BatchClock(new AtomicLong(next)),
                DirectoryLock.take(directory));
        slowestOpening = Math.max(slowestOpening, store.startReport().took().toMillis());
        return store;
    }

    /** Lets the process write for a while, beginning with the next batch, and kills it. */
    private void run(SyncPolicy sync) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TortureWriter.class.getName(),
                        directory.toString(),
                        String.valueOf(next),
                        sync.name()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("open");
            // Now and then the kill comes while the directory is opened, else while the process writes.
            String first = random.nextInt(4) == 0 ? null : lines.readLine();
            Thread killer = new Thread(() -> killSoon(process, random.nextInt(LONGEST_MILLIS)), "killer");
            killer.start();
            note(first, lines);
            killer.join();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static void killSoon(Process process, int millis) {
        try {
            process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // Process.destroyForcibly would close the pipe, with what it still has.
            process.toHandle().destroyForcibly();
        }
    }

    /** Notes what is acknowledged, until the pipe ends; a number that the kill cut short is none. */
    private void note(@Nullable String first, BufferedReader lines) throws IOException {
        String before = first;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            acknowledge(before);
            before = line;
        }
    }

    private void acknowledge(@Nullable String line) {
        if (line != null && line.matches("\\d+")) {
            long batch = Long.parseLong(line);
            acknowledged.addLong(batch);
            next = Math.max(next, batch + 1);
        }
    }

    /** That all that was acknowledged from a time on is there, with the right values; the next process begins behind all that is found. */
    private void check(TsdbStorage store, long from, String context) {
        Map<Labels, Map<Long, Long>> found = TestStore.read(store, from, Long.MAX_VALUE);
        found.forEach((labels, samples) -> samples.forEach((time, bits) -> {
            long right = Double.doubleToRawLongBits(TortureData.value(TortureData.series(labels), time));
            assertThat(bits).as("%s, %s at %d", context, labels, time).isEqualTo(right);
            next = Math.max(next, (TortureData.batch(time) | 3) + 1);
        }));
        long first = from == Long.MIN_VALUE ? 0 : TortureData.batch(from) + 4;
        acknowledged.forEach(batch -> {
            if (batch >= first) {
                for (TortureData.Expected sample : TortureData.samples(batch)) {
                    assertThat(found.getOrDefault(sample.labels(), Map.of()).get(sample.time()))
                            .as("%s, batch %d, %s at %d", context, batch, sample.labels(), sample.time())
                            .isEqualTo(Double.doubleToRawLongBits(sample.value()));
                }
            }
        });
    }
}
