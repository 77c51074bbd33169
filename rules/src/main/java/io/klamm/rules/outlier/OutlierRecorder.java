package io.klamm.rules.outlier;

import io.klamm.model.series.Labels;
import io.klamm.model.series.StaleMarker;
import io.klamm.storage.Appender;
import io.klamm.storage.Appenders;
import io.klamm.storage.Committed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records who stands out: asks the subjects' expressions at a fixed pace and writes {@code klamm_outlier_score}, {@code klamm_outlier_cluster} and
 * {@code klamm_anomaly_score}. A subject that cannot be answered is left out this time, and said in the log.
 */
public final class OutlierRecorder implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OutlierRecorder.class);

    private final List<Subject> subjects;
    private final Expressions expressions;
    private final PastAnswers past;
    private final Appenders store;
    private final Clock clock;
    private final ScheduledExecutorService timer;
    private @Nullable Appender appender;
    private Set<Labels> written = new HashSet<>();

    /** Records nothing before {@link #start}; the store may still be closed. */
    public OutlierRecorder(List<Subject> subjects, Expressions expressions, Appenders store, Clock clock) {
        this.subjects = List.copyOf(subjects);
        this.expressions = expressions;
        this.past = new PastAnswers(expressions);
        this.store = store;
        this.clock = clock;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "klamm-outliers");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Records at this pace from now on. */
    public void start(Duration pace) {
        var unused = timer.scheduleWithFixedDelay(this::beat, pace.toMillis(), pace.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void beat() {
        try {
            record();
        } catch (RuntimeException e) {
            // A beat that fails must not end those that follow.
            log.warn("outliers: not recorded this time: {}", e.toString());
        }
    }

    /** Records once. A series that is not written any more ends with a stale marker. */
    public void record() {
        Instant now = clock.instant();
        Map<Labels, Double> scores = new LinkedHashMap<>();
        subjects.forEach(subject -> scores.putAll(answered(subject, now)));
        write(now, scores);
    }

    private Map<Labels, Double> answered(Subject subject, Instant now) {
        try {
            return scores(subject, now);
        } catch (RuntimeException e) {
            log.warn("outliers: subject {} not answered: {}", subject.name(), e.toString());
            return Map.of();
        }
    }

    private Map<Labels, Double> scores(Subject subject, Instant now) {
        Map<Labels, Double> values = expressions.at(subject.expression(), now);
        Map<Labels, Double> second = subject.second().isBlank() ? Map.of() : expressions.at(subject.second(), now);
        Scores scores = new Scores(subject);
        Map<Labels, Double> all = new LinkedHashMap<>();
        if (subject.against() != Subject.Against.PAST) {
            all.putAll(scores.amongPeers(values, second));
        }
        if (subject.against() != Subject.Against.PEERS && !values.isEmpty()) {
            all.putAll(scores.againstPast(values, past.of(subject, now), SeasonalScore.USUAL));
        }
        return all;
    }

    private void write(Instant now, Map<Labels, Double> scores) {
        Appender rows = opened();
        rows.begin(now.toEpochMilli());
        scores.forEach((labels, value) -> rows.append(rows.series(labels), value));
        written.stream()
                .filter(labels -> !scores.containsKey(labels))
                .forEach(labels -> rows.append(rows.series(labels), StaleMarker.VALUE));
        Committed committed = rows.commit();
        log.debug("outliers: {} series, {}", scores.size(), committed);
        written = new HashSet<>(scores.keySet());
    }

    private Appender opened() {
        Appender known = appender;
        if (known == null) {
            known = store.appender("klamm/outliers");
            appender = known;
        }
        return known;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            if (!timer.awaitTermination(5, TimeUnit.SECONDS)) {
                log.warn("outliers: still being recorded at the end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (appender != null) {
            appender.close();
        }
    }
}
