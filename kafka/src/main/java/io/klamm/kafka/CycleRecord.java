package io.klamm.kafka;

import io.klamm.model.ClusterSnapshot;
import io.klamm.model.CollectionProblem;
import io.klamm.model.ComponentStatus;
import io.klamm.model.ComponentStatus.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of a collector's cycles. Written by its thread, read by all. */
final class CycleRecord {

    private final String cluster;
    private final Clock clock;
    private State state = State.STARTING;
    private @Nullable Instant lastRun;
    private @Nullable Instant lastSuccess;
    private @Nullable Duration lastDuration;
    private Duration total = Duration.ZERO;
    private long runs;
    private long failures;
    private SortedMap<String, Long> counts = new TreeMap<>();
    private final SortedMap<String, Long> errors = new TreeMap<>();
    private @Nullable String lastError;

    CycleRecord(String cluster, Clock clock) {
        this.cluster = cluster;
        this.clock = clock;
    }

    /** Notes a cycle that found something; true when it is worth a line in the log, because it fares otherwise than the one before. */
    synchronized boolean succeeded(ClusterSnapshot snapshot, long requests) {
        State before = state;
        String errorBefore = String.valueOf(lastError);
        ended(snapshot.took());
        lastSuccess = lastRun;
        state = snapshot.problems().isEmpty() ? State.OK : State.WARNING;
        counts = counts(snapshot, requests);
        snapshot.problems().forEach(problem -> errors.merge(problem.kind(), (long) problem.count(), Long::sum));
        lastError = text(snapshot.problems());
        return state != before || (state == State.WARNING && !errorBefore.equals(lastError));
    }

    /** Notes a cycle that found nothing; true when it is worth a line in the log. */
    synchronized boolean failed(String kind, String message, Duration took) {
        boolean news = state != State.ERROR || !message.equals(lastError);
        ended(took);
        failures++;
        state = State.ERROR;
        errors.merge(kind, 1L, Long::sum);
        lastError = message;
        return news;
    }

    synchronized ComponentStatus status(SortedMap<String, Long> requests) {
        Duration average = runs == 0 ? null : total.dividedBy(runs);
        return new ComponentStatus(
                "kafka",
                cluster,
                state,
                lastRun,
                lastSuccess,
                lastDuration,
                average,
                runs,
                failures,
                counts,
                requests,
                errors,
                lastError);
    }

    private void ended(Duration took) {
        lastRun = clock.instant();
        lastDuration = took;
        total = total.plus(took);
        runs++;
    }

    private static SortedMap<String, Long> counts(ClusterSnapshot snapshot, long requests) {
        SortedMap<String, Long> counts = new TreeMap<>();
        counts.put("brokers", (long) snapshot.brokers().size());
        counts.put("topics", (long) snapshot.topics().size());
        counts.put("partitions", (long) snapshot.partitionCount());
        counts.put("groups", (long) snapshot.groups().size());
        counts.put(
                "members",
                snapshot.groups().stream()
                        .mapToLong(group -> group.members().size())
                        .sum());
        counts.put(
                "offsets",
                snapshot.groups().stream()
                        .mapToLong(group -> group.offsets().map(List::size).orElse(0))
                        .sum());
        counts.put("requests", requests);
        return counts;
    }

    private static @Nullable String text(List<CollectionProblem> problems) {
        return problems.isEmpty()
                ? null
                : problems.stream().map(CycleRecord::text).collect(Collectors.joining("; "));
    }

    static String text(CollectionProblem problem) {
        String right = problem.missingRight() == null ? "" : " (missing right: " + problem.missingRight() + ")";
        return problem.fact() + ": " + problem.message() + right;
    }
}
