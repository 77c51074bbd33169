package io.klamm.collector.zookeeper;

import io.klamm.model.ComponentStatus;
import io.klamm.model.ComponentStatus.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What became of a source's work. Written by its thread, read by all. */
final class SourceRecord {

    private final String cluster;
    private final Clock clock;
    private State state = State.STARTING;
    private @Nullable Instant lastRun;
    private @Nullable Instant lastSuccess;
    private @Nullable Duration lastDuration;
    private Duration total = Duration.ZERO;
    private long runs;
    private long failures;
    private final SortedMap<String, Long> counts = new TreeMap<>();
    private final SortedMap<String, Long> errors = new TreeMap<>();
    private @Nullable String lastError;
    private long deniedNow;
    private long leftOutNow;

    SourceRecord(String cluster, Clock clock) {
        this.cluster = cluster;
        this.clock = clock;
    }

    /** A listing has begun, and has found so many groups. */
    synchronized void listing(int groups) {
        counts.put("groups", (long) groups);
        deniedNow = 0;
        leftOutNow = 0;
    }

    /** How far the listing has come. */
    synchronized void progress(int read, int all) {
        counts.put("nodes read", (long) read);
        counts.put("nodes listed", (long) all);
    }

    synchronized void known(int offsets, int owners) {
        counts.put("offsets", (long) offsets);
        counts.put("owners", (long) owners);
    }

    synchronized void commits(int number) {
        counts.merge("commits", (long) number, Long::sum);
    }

    synchronized void badOffset() {
        errors.merge("BadOffset", 1L, Long::sum);
    }

    synchronized void badNode() {
        errors.merge("BadPartition", 1L, Long::sum);
    }

    synchronized void denied() {
        errors.merge("NoAuth", 1L, Long::sum);
        deniedNow++;
    }

    synchronized void leftOut(int number) {
        errors.merge("TooMany", (long) number, Long::sum);
        leftOutNow = number;
    }

    /** A listing has ended; true when it is worth a line in the log. */
    synchronized boolean listed(Duration took) {
        State before = state;
        ended(took);
        lastSuccess = lastRun;
        lastError = missing();
        state = lastError == null ? State.OK : State.WARNING;
        return state != before;
    }

    private @Nullable String missing() {
        if (deniedNow > 0) {
            return "ZooKeeper: " + deniedNow + " nodes may not be read (missing right: read, by ACL)";
        }
        return leftOutNow == 0 ? null : "ZooKeeper: " + leftOutNow + " nodes are beyond the limit and left out";
    }

    /** The servers were lost; true when it is worth a line in the log. */
    synchronized boolean failed(String kind, String message, Duration took) {
        boolean news = state != State.ERROR || !message.equals(lastError);
        ended(took);
        failures++;
        errors.merge(kind, 1L, Long::sum);
        state = State.ERROR;
        lastError = message;
        return news;
    }

    synchronized ComponentStatus status() {
        return new ComponentStatus(
                "zookeeper",
                cluster,
                state,
                lastRun,
                lastSuccess,
                lastDuration,
                runs == 0 ? null : total.dividedBy(runs),
                runs,
                failures,
                counts,
                new TreeMap<>(),
                errors,
                lastError);
    }

    private void ended(Duration took) {
        lastRun = clock.instant();
        lastDuration = took;
        total = total.plus(took);
        runs++;
    }
}
