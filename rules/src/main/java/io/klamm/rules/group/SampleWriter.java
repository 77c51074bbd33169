package io.klamm.rules.group;

import io.klamm.model.series.Labels;
import io.klamm.model.series.StaleMarker;
import io.klamm.rules.alert.RuleSample;
import io.klamm.storage.Appender;
import io.klamm.storage.Outcome;
import io.klamm.storage.StorageException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes what the rules of one group give; a series that is no longer given gets a stale marker. For one thread at a time. */
final class SampleWriter implements AutoCloseable {

    private final Appender appender;
    private final RuleTally tally;

    SampleWriter(Appender appender, RuleTally tally) {
        this.appender = appender;
        this.tally = tally;
    }

    /**
     * Writes samples of one time.
     *
     * @param before the series of the evaluation before
     * @return the series of this one
     */
    Set<Labels> write(List<RuleSample> samples, Set<Labels> before, Instant time) {
        appender.begin(time.toEpochMilli());
        try {
            Set<Labels> series = append(samples);
            before.stream().filter(labels -> !series.contains(labels)).forEach(this::end);
            appender.commit();
            return series;
        } catch (StorageException e) {
            appender.rollback();
            throw e;
        }
    }

    private Set<Labels> append(List<RuleSample> samples) {
        Set<Labels> series = new HashSet<>();
        for (RuleSample sample : samples) {
            series.add(sample.labels());
            count(appender.append(appender.series(sample.labels()), sample.value()));
        }
        return series;
    }

    private void end(Labels series) {
        // A marker that the store refuses, for something newer is there, is not needed.
        appender.append(appender.series(series), StaleMarker.VALUE);
    }

    private void count(Outcome outcome) {
        if (outcome.kept()) {
            tally.written();
        } else {
            tally.refused();
        }
    }

    @Override
    public void close() {
        appender.close();
    }
}
