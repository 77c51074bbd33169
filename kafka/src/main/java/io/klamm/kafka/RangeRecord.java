package io.klamm.kafka;

import io.klamm.model.ComponentStatus;
import io.klamm.model.ComponentStatus.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What became of a range reader's questions. Written by its thread, read by all. */
final class RangeRecord {

    private final String cluster;
    private final Clock clock;
    private State state = State.OK;
    private @Nullable Instant lastRun;
    private @Nullable Instant lastSuccess;
    private @Nullable Duration lastDuration;
    private Duration total = Duration.ZERO;
    private long answered;
    private long passedOver;
    private long unfinished;
    private long failures;
    private long resting;
    private final SortedMap<String, Long> errors = new TreeMap<>();
    private @Nullable String lastError;

    RangeRecord(String cluster, Clock clock) {
        this.cluster = cluster;
        this.clock = clock;
    }

    /** Notes an answer; what was wrong with other topics stays so, as long as some of them rest. */
    synchronized void answered(Duration took, int topicsAtRest) {
        ended(took, topicsAtRest);
        answered++;
        lastSuccess = lastRun;
        state = topicsAtRest == 0 ? State.OK : State.WARNING;
        if (topicsAtRest == 0) {
            lastError = null;
        }
    }

    synchronized void unfinished(String message, Duration took, int topicsAtRest) {
        ended(took, topicsAtRest);
        unfinished++;
        state = State.WARNING;
        lastError = message;
    }

    /** Notes what Kafka refused or did not answer; true when it is worth a line in the log. */
    synchronized boolean failed(String kind, String message, Duration took, int topicsAtRest) {
        boolean news = !message.equals(lastError);
        ended(took, topicsAtRest);
        failures++;
        state = topicsAtRest == 0 ? State.ERROR : State.WARNING;
        errors.merge(kind, 1L, Long::sum);
        lastError = message;
        return news;
    }

    /** Notes a question that was not asked because it would have been of no use. */
    synchronized void passedOver() {
        passedOver++;
    }

    synchronized ComponentStatus status(RangeQuestions questions) {
        long runs = answered + unfinished + failures;
        SortedMap<String, Long> counts = new TreeMap<>();
        counts.put("questions", questions.asked());
        counts.put("waiting", (long) questions.waiting());
        counts.put("dropped", questions.dropped());
        counts.put("passed over", passedOver);
        counts.put("answered", answered);
        counts.put("unfinished", unfinished);
        counts.put("resting topics", resting);
        return new ComponentStatus(
                "kafka-ranges",
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

    private void ended(Duration took, int topicsAtRest) {
        lastRun = clock.instant();
        lastDuration = took;
        total = total.plus(took);
        resting = topicsAtRest;
    }
}
