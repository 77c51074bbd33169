package io.klamm.model.rule;

import io.klamm.model.series.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A rule and how its last evaluation went. */
public sealed interface RuleView {

    /** The alert's name, or that of the series it records. */
    String name();

    /** Its PromQL expression. */
    String query();

    /** Labels that are added to what it gives. */
    Labels labels();

    /** How its evaluations go. */
    Health health();

    /** Why the last evaluation failed, null when it did not. */
    @Nullable
    String lastError();

    /** Null before the first. */
    @Nullable
    Instant lastEvaluation();

    /** How long the last evaluation took. */
    Duration evaluationTime();

    /** How the evaluations of a rule go. */
    enum Health {
        UNKNOWN,
        OK,
        ERROR
    }

    /** A rule that writes the result of its expression as a series. */
    record Recording(
            String name,
            String query,
            Labels labels,
            Health health,
            @Nullable String lastError,
            @Nullable Instant lastEvaluation,
            Duration evaluationTime)
            implements RuleView {}

    /**
     * A rule that warns of every series of its result.
     *
     * @param hold how long it has to be so before it fires: {@code for}
     * @param keepFiring how long it goes on firing after it is no longer so
     * @param annotations templates of the texts for people
     * @param alerts what is pending or firing now
     */
    record Alerting(
            String name,
            String query,
            Duration hold,
            Duration keepFiring,
            Labels labels,
            SortedMap<String, String> annotations,
            Health health,
            @Nullable String lastError,
            @Nullable Instant lastEvaluation,
            Duration evaluationTime,
            List<ActiveAlert> alerts)
            implements RuleView {

        public Alerting {
            annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
            alerts = List.copyOf(alerts);
        }
    }
}
