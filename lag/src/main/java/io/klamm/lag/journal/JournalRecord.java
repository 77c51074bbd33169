package io.klamm.lag.journal;

import io.klamm.model.ComponentStatus;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How a journal fares. Safe for use by several threads. */
final class JournalRecord {

    private final String cluster;
    private final Clock clock;
    private final SortedMap<String, Long> errors = new TreeMap<>();
    private @Nullable Instant lastRun;
    private @Nullable Instant lastSuccess;
    private @Nullable String lastError;
    private long lastNanos;
    private long allNanos;
    private long runs;
    private long failures;
    private long leftOut;
    private long bytes;

    JournalRecord(String cluster, Clock clock) {
        this.cluster = cluster;
        this.clock = clock;
    }

    synchronized void written(long nanos, long allBytes) {
        lastRun = clock.instant();
        lastSuccess = lastRun;
        lastError = null;
        lastNanos = nanos;
        allNanos += nanos;
        runs++;
        bytes = allBytes;
    }

    synchronized void failed(IOException error) {
        lastRun = clock.instant();
        lastError = error.toString();
        runs++;
        failures++;
        errors.merge(error.getClass().getSimpleName(), 1L, Long::sum);
    }

    /** A cycle was not written, because the disk had not taken the ones before. */
    synchronized void leftOut() {
        leftOut++;
        errors.merge("cycle_left_out", 1L, Long::sum);
        lastError = "the disk is slower than the cycles: " + leftOut + " cycle(s) not written down";
    }

    synchronized ComponentStatus status(long droppedCommits) {
        long written = runs - failures;
        return new ComponentStatus(
                "journal",
                cluster,
                state(),
                lastRun,
                lastSuccess,
                written == 0 ? null : Duration.ofNanos(lastNanos),
                written == 0 ? null : Duration.ofNanos(allNanos / written),
                runs,
                failures,
                new TreeMap<>(Map.of("bytes", bytes, "cycles_left_out", leftOut, "commits_dropped", droppedCommits)),
                new TreeMap<>(),
                errors,
                lastError);
    }

    private ComponentStatus.State state() {
        if (lastError != null) {
            return ComponentStatus.State.ERROR;
        }
        return lastRun == null ? ComponentStatus.State.STARTING : ComponentStatus.State.OK;
    }
}
