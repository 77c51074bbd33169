package io.klamm.kafka.offsets;

import io.klamm.model.ComponentStatus;
import io.klamm.model.ComponentStatus.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the reading of an offsets topic has fared; tells the listener and the log of changes. Written by the reader's thread, read by all. */
final class ReadingRecord {

    private static final Logger log = LoggerFactory.getLogger(OffsetsTopicReader.class);
    private static final int STACK_LINES = 10;
    private static final Duration TELL_PERIOD = Duration.ofSeconds(1);

    private final String cluster;
    private final RecordCounts records;
    private final OffsetsListener listener;
    private final Clock clock;
    private OffsetsState state = new OffsetsState.Starting();
    private OffsetsState told = state;
    private Instant toldAt = Instant.EPOCH;
    private final SortedMap<String, Long> counts = new TreeMap<>();
    private final SortedMap<String, Long> failures = new TreeMap<>();
    private @Nullable Instant lastRun;
    private @Nullable Instant lastRecord;
    private long reads;
    private long failed;

    ReadingRecord(String cluster, RecordCounts records, OffsetsListener listener, Clock clock) {
        this.cluster = cluster;
        this.records = records;
        this.listener = listener;
        this.clock = clock;
    }

    /** Notes one reading and what is known by now. */
    synchronized void read(int count, CommitKeys keys, TopicPlan plan) {
        lastRun = clock.instant();
        reads++;
        if (count > 0) {
            lastRecord = lastRun;
        }
        counts.put("partitions", (long) plan.partitions());
        counts.put("keys", (long) keys.size());
        counts.put("keys beyond the limit", keys.beyondLimit());
        counts.merge("records", (long) count, Long::sum);
        counts.put(
                "records of the past to be read",
                plan.past().total() - plan.past().read());
    }

    /** Notes that a partition could not be read on from where it was. */
    synchronized void lost() {
        failures.merge("position out of range", 1L, Long::sum);
    }

    synchronized void failed(OffsetsState found, Throwable error) {
        lastRun = clock.instant();
        failed++;
        failures.merge(kind(found), 1L, Long::sum);
        if (!found.equals(state)) {
            log.warn("{}: offsets topic: {}", cluster, found.text());
        }
        if (Problem.unexpected(error)) {
            List<StackTraceElement> place = List.of(Problem.cause(error).getStackTrace());
            log.error(
                    "{}: offsets topic: {} at {}",
                    cluster,
                    kind(found),
                    place.subList(0, Math.min(STACK_LINES, place.size())));
        }
    }

    private static String kind(OffsetsState found) {
        return found instanceof OffsetsState.Failed failure
                ? failure.kind()
                : found.getClass().getSimpleName();
    }

    /** Notes how it fares, and tells of it when that is news. */
    void state(OffsetsState now) {
        if (put(now)) {
            tell(now);
        }
    }

    /** True when it is to be told: at once what is of another kind, and once a second what has only moved on. */
    private synchronized boolean put(OffsetsState now) {
        state = now;
        boolean otherKind = !told.getClass().equals(now.getClass());
        // What is in the way has been logged as such.
        if (otherKind && (now instanceof OffsetsState.CatchingUp || now instanceof OffsetsState.Live)) {
            log.info("{}: offsets topic: {}", cluster, now.text());
        }
        Instant time = clock.instant();
        if (told.equals(now) || (!otherKind && time.isBefore(toldAt.plus(TELL_PERIOD)))) {
            return false;
        }
        told = now;
        toldAt = time;
        return true;
    }

    /** A listener that fails is none of the topic's business. */
    private void tell(OffsetsState now) {
        try {
            listener.changed(now);
        } catch (RuntimeException e) {
            log.error("{}: a listener failed", cluster, e);
        }
    }

    synchronized OffsetsState state() {
        return state;
    }

    synchronized ComponentStatus status() {
        SortedMap<String, Long> all = new TreeMap<>(counts);
        all.putAll(records.byType());
        SortedMap<String, Long> errors = new TreeMap<>(failures);
        records.unreadable().forEach((kind, count) -> errors.put("unreadable: " + kind, count));
        State fares = fares();
        return new ComponentStatus(
                "offsets",
                cluster,
                fares,
                lastRun,
                lastRecord,
                null,
                null,
                reads,
                failed,
                all,
                new TreeMap<>(),
                errors,
                fares == State.OK ? null : state.text());
    }

    private State fares() {
        if (state instanceof OffsetsState.Starting || state instanceof OffsetsState.Absent) {
            return State.STARTING;
        }
        if (state instanceof OffsetsState.Denied || state instanceof OffsetsState.Failed) {
            return State.ERROR;
        }
        boolean whole =
                !(state instanceof OffsetsState.Live live) || live.leaderless().isEmpty();
        return whole ? State.OK : State.WARNING;
    }
}
