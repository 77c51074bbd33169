package io.klamm.rules.outlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.model.series.Labels;
import io.klamm.promql.engine.Engine;
import io.klamm.promql.engine.EngineSettings;
import io.klamm.storage.Appender;
import io.klamm.storage.memory.MemoryStorage;
import io.klamm.testing.ManualClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OutlierRecorderTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final MemoryStorage store = new MemoryStorage();
    private final Expressions expressions =
            new EngineExpressions(new Engine(EngineSettings.standard(), store, System::nanoTime), store);

    private static Labels load(String broker) {
        return Labels.of(Labels.NAME, "load", "cluster", "c", "broker", broker);
    }

    private static Subject subject(Subject.Against against) {
        return new Subject("load", "sum by (cluster, broker) (load)", "", "broker", List.of("cluster"), against, 10);
    }

    private void write(Instant time, double... loads) {
        try (Appender appender = store.appender("test")) {
            appender.begin(time.toEpochMilli());
            for (int i = 0; i < loads.length; i++) {
                appender.append(appender.series(load(String.valueOf(i))), loads[i]);
            }
            appender.commit();
        }
    }

    private void record(Instant time, Subject... subjects) {
        try (OutlierRecorder recorder =
                new OutlierRecorder(List.of(subjects), expressions, store, Clock.fixed(time, ZoneOffset.UTC))) {
            recorder.record();
        }
    }

    private double score(String metric, String peer) {
        Map<Labels, Double> found = expressions.at(metric + "{peer=\"" + peer + "\"}", NOW);
        assertThat(found).hasSize(1);
        return found.values().iterator().next();
    }

    @Test
    void record_oneBrokerWithMost_isScoredAndOutsideEveryCluster() {
        write(NOW, 1000, 1010, 990, 1005, 9000);

        record(NOW, subject(Subject.Against.PEERS));

        assertThat(score(Scores.SCORE, "4")).isGreaterThan(6);
        assertThat(score(Scores.SCORE, "0")).isBetween(-1.0, 1.0);
        assertThat(score(Scores.CLUSTER, "4")).isEqualTo(-1);
        assertThat(score(Scores.CLUSTER, "0")).isZero();
        assertThat(expressions.at("klamm_outlier_score{subject=\"load\", cluster=\"c\", broker=\"4\"}", NOW))
                .hasSize(1);
    }

    @Test
    void record_unlikeEarlierDays_isAnAnomaly() {
        for (int day = 40; day >= 1; day--) {
            write(NOW.minus(Duration.ofDays(day)), 1000 + day % 3 * 10, 500 + day % 4 * 5);
        }
        write(NOW, 1010, 5000);

        record(NOW, subject(Subject.Against.PAST));

        assertThat(score(Scores.ANOMALY, "0")).isBetween(-3.0, 3.0);
        assertThat(score(Scores.ANOMALY, "1")).isGreaterThan(6);
        assertThat(expressions.at(Scores.SCORE, NOW)).isEmpty();
    }

    @Test
    void record_everyMinute_asksThePastOnceInTenMinutes() {
        AtomicInteger asked = new AtomicInteger();
        Expressions counting = (expression, time) -> {
            asked.incrementAndGet();
            return Map.of(Labels.of("cluster", "c", "broker", "0"), 1.0);
        };
        ManualClock clock = new ManualClock(NOW);
        try (OutlierRecorder recorder =
                new OutlierRecorder(List.of(subject(Subject.Against.PAST)), counting, store, clock)) {
            for (int minute = 0; minute < 10; minute++) {
                recorder.record();
                clock.advance(Duration.ofMinutes(1));
            }
        }

        assertThat(asked.get()).isEqualTo(10 + SeasonalScore.offsets().size());
    }

    @Test
    void record_peerThatIsGone_endsItsSeries() {
        write(NOW.minusSeconds(600), 1, 1, 1, 1, 1);
        Instant later = NOW.minusSeconds(600);
        ManualClock clock = new ManualClock(later);
        try (OutlierRecorder recorder =
                new OutlierRecorder(List.of(subject(Subject.Against.PEERS)), expressions, store, clock)) {
            recorder.record();
            clock.advance(Duration.ofMinutes(10));
            write(NOW, 1, 1, 1, 1);
            recorder.record();
        }

        assertThat(expressions.at(Scores.SCORE, NOW)).hasSize(4);
    }

    @Test
    void record_subjectThatCannotBeAnswered_leavesTheOthers() {
        write(NOW, 1, 1, 1, 1);
        Subject wrong = new Subject("wrong", "sum(", "", "broker", List.of(), Subject.Against.BOTH, 1);

        record(NOW, wrong, subject(Subject.Against.PEERS));

        assertThat(expressions.at(Scores.SCORE, NOW)).hasSize(4);
    }

    @Test
    void usual_everyExpression_isPromql() {
        for (Subject subject : Subject.usual()) {
            assertThat(expressions.at(subject.expression(), NOW)).isEmpty();
            if (!subject.second().isBlank()) {
                assertThat(expressions.at(subject.second(), NOW)).isEmpty();
            }
        }
    }

    @Test
    void subject_withoutAThreshold_isRefused() {
        assertThatThrownBy(() -> new Subject("a", "b", "", "c", List.of(), Subject.Against.PEERS, 0))
                .hasMessageContaining("expected: above 0");
    }
}
