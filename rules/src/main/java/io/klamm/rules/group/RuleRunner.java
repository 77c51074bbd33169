package io.klamm.rules.group;

import io.klamm.model.rule.RuleView;
import io.klamm.model.rule.RuleView.Health;
import io.klamm.model.series.Labels;
import io.klamm.promql.value.QueryException;
import io.klamm.rules.alert.RuleException;
import io.klamm.rules.alert.RuleSample;
import io.klamm.rules.file.Rule;
import io.klamm.storage.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One rule at work, and how its last evaluation went. For one thread at a time. */
abstract sealed class RuleRunner permits AlertingRunner, RecordingRunner {

    private Health health = Health.UNKNOWN;
    private @Nullable String lastError;
    private @Nullable Instant lastEvaluation;
    private Duration lastDuration = Duration.ZERO;
    private Set<Labels> series = Set.of();

    abstract Rule rule();

    /**
     * Evaluates, and tells what there is to tell.
     *
     * @return what is to be written
     */
    abstract List<RuleSample> give(Moment moment);

    /** After an evaluation that failed: what is to be told all the same. */
    abstract void failed(Moment moment);

    /** The rule is no longer wanted. */
    abstract void retire(Instant at);

    abstract RuleView view();

    /** Evaluates and writes; true if it went well. What fails is in {@link #lastError()}, and alerts stay as they are. */
    final boolean run(Moment moment, SampleWriter writer, RuleParts parts) {
        long begun = parts.nanoTime().getAsLong();
        Optional<String> error = attempt(moment, writer);
        lastError = error.orElse(null);
        health = error.isEmpty() ? Health.OK : Health.ERROR;
        lastEvaluation = moment.at();
        lastDuration = Duration.ofNanos(parts.nanoTime().getAsLong() - begun);
        return error.isEmpty();
    }

    private Optional<String> attempt(Moment moment, SampleWriter writer) {
        try {
            List<RuleSample> samples = give(moment);
            series = writer.write(samples, series, moment.queryTime());
            return Optional.empty();
        } catch (RuleException | QueryException | StorageException e) {
            failed(moment);
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Ends all series that it wrote. */
    final void endSeries(SampleWriter writer, Instant time) {
        series = writer.write(List.of(), series, time);
    }

    final void adoptSeries(RuleRunner old) {
        series = old.series;
    }

    final Health health() {
        return health;
    }

    final @Nullable String lastError() {
        return lastError;
    }

    final @Nullable Instant lastEvaluation() {
        return lastEvaluation;
    }

    final Duration lastDuration() {
        return lastDuration;
    }

    /** How many series it wrote last. */
    final int samples() {
        return series.size();
    }
}
