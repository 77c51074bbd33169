package io.klamm.rules.group;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one group did since the start.
 *
 * @param iterations how often it was evaluated
 * @param missed how often it would have been, had it not taken so long
 * @param evaluations of its rules
 * @param failures of its rules
 * @param samples series that its rules gave last
 * @param lastEvaluation null before the first
 * @param totalDuration of all evaluations together
 */
public record GroupTotals(
        String file,
        String group,
        Duration interval,
        int rules,
        long iterations,
        long missed,
        long evaluations,
        long failures,
        long samples,
        @Nullable Instant lastEvaluation,
        Duration lastDuration,
        Duration totalDuration) {}
