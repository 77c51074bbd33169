package io.klamm.lag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.klamm.model.Retention;
import io.klamm.model.verdict.Forecast;
import io.klamm.model.verdict.TimeLag;
import io.klamm.model.verdict.TimeLag.Confidence;
import io.klamm.model.verdict.TimeLag.Method;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lag in seconds and forecasts, against the truth of simulated topics; a reading every fifteen seconds. */
class TimeLagTest {

    private static final int EVERY = 15;

    private final Scene scene = new Scene();

    private Forecast forecast() {
        return scene.partition().forecast();
    }

    private TimeLag lag() {
        return forecast().timeLag().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"1, 40", "100, 40", "5000, 40", "100, 600", "100, 3000"})
    void seconds_steadyRate_isTrueWithinOneReading(long rate, long behind) {
        for (int time = 0; time <= 3600; time++) {
            scene.at(time).end(time * rate);
            if (time >= behind && time % 5 == 0) {
                scene.commit((time - behind) * rate);
            }
            if (time % EVERY != 0) {
                continue;
            }
            scene.read();
            if (time > behind + EVERY) {
                assertThat(lag().seconds()).as("at %d s", time).isCloseTo((double) behind, within((double) EVERY));
                assertThat(lag().method()).isEqualTo(Method.INTERPOLATED);
            }
        }
    }

    @Test
    void seconds_idleTopicWithARecordNowAndThen_doesNotBounceByTheDistanceOfReadings() {
        for (int time = 0; time <= 3600; time++) {
            // A record each 100 s, read within 3 s, committed every 5 s.
            scene.at(time).end(time / 100);
            if (time % 5 == 0) {
                scene.commit(Math.max(0, time - 3) / 100);
            }
            if (time % EVERY == 0) {
                scene.read();
                assertThat(lag().seconds()).as("at %d s", time).isBetween(0.0, 8.0);
            }
        }
    }

    @Test
    void seconds_idleTopicThatNobodyReads_growsASecondEachSecond() {
        scene.at(0).commit(0).read().at(15).read().at(30).end(1).read();
        double first = lag().seconds();

        for (int time = 45; time <= 600; time += EVERY) {
            scene.at(time).read();
            assertThat(lag().seconds()).isCloseTo(first + time - 30, within(0.001));
        }
    }

    @Test
    void seconds_caughtUp_isZero() {
        scene.end(50).commit(50).at(5).read();

        assertThat(lag()).isEqualTo(new TimeLag(0, Method.CAUGHT_UP, Confidence.HIGH));
        assertThat(forecast().secondsToCatchUp()).hasValue(0);
        assertThat(forecast().secondsUntilLoss()).isEmpty();
    }

    @Test
    void seconds_olderThanAllReadings_isDrawnFurtherBack() {
        scene.end(10_000).commit(9_000).read();
        scene.at(100).end(20_000).read();

        assertThat(lag().method()).isEqualTo(Method.EXTRAPOLATED);
        assertThat(lag().seconds()).isCloseTo(110, within(0.5));
        assertThat(lag().confidence()).isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void seconds_olderThanAllReadingsAndNothingMoves_isAtLeastThat() {
        scene.end(10_000).commit(9_000).read().at(100).read();

        assertThat(lag()).isEqualTo(new TimeLag(100, Method.AT_LEAST, Confidence.LOW));
    }

    @Test
    void seconds_drawnFarBack_isBoundByRetention() {
        scene.retention(new Retention(true, false, OptionalLong.of(3_600_000), OptionalLong.empty()));
        scene.end(10_000_000).commit(0).read().at(100).end(10_000_001).read();

        assertThat(lag().seconds()).isEqualTo(3600);
    }

    @Test
    void secondsToCatchUp_readsFaster_isLagByTheDifference() {
        for (int time = 0; time <= 600; time += 5) {
            scene.at(time).end(100_000 + time * 100L).commit(time * 150L).read();
        }

        assertThat(forecast().producedPerSecond().orElseThrow()).isCloseTo(100, within(1.0));
        assertThat(forecast().consumedPerSecond().orElseThrow()).isCloseTo(150, within(1.0));
        assertThat(forecast().secondsToCatchUp().orElseThrow()).isCloseTo(70_000 / 50.0, within(30.0));
        assertThat(forecast().secondsUntilLoss()).isEmpty();
    }

    @Test
    void secondsUntilLoss_byAge_isWhenTheNextRecordIsAsOldAsRetention() {
        scene.retention(new Retention(true, false, OptionalLong.of(3_600_000), OptionalLong.empty()));
        for (int time = 0; time <= 600; time += 5) {
            scene.at(time).end(time * 100L).commit(time * 50L).read();
        }

        // 300 s behind, and half a second more each second.
        assertThat(forecast().secondsUntilLoss().orElseThrow()).isCloseTo(3300 / 0.5, within(60.0));
        assertThat(forecast().secondsToCatchUp()).isEmpty();
    }

    @Test
    void secondsUntilLoss_bySize_isWhenTheLogHoldsLessThanTheLag() {
        scene.retention(new Retention(true, false, OptionalLong.empty(), OptionalLong.of(10_000_000)));
        for (int time = 0; time <= 600; time += 5) {
            scene.at(time)
                    .end(time * 100L)
                    .bytes(time * 10_000L)
                    .commit(time * 50L)
                    .read();
        }

        // 100,000 records of 100 bytes are held, 30,000 are left, 50 more each second.
        assertThat(forecast().secondsUntilLoss().orElseThrow()).isCloseTo(70_000 / 50.0, within(30.0));
    }

    @Test
    void secondsUntilLoss_retentionUnknown_followsTheLogStart() {
        for (int time = 0; time <= 900; time += 5) {
            scene.at(time)
                    .end(100_000 + time * 100L)
                    .start(time * 100L)
                    .commit(50_000 + time * 50L)
                    .read();
        }

        assertThat(forecast().secondsUntilLoss().orElseThrow()).isCloseTo(100, within(10.0));
    }

    @Test
    void secondsUntilLoss_compactedOnly_neverLoses() {
        scene.retention(new Retention(false, true, OptionalLong.of(1000), OptionalLong.of(1000)));
        for (int time = 0; time <= 600; time += 5) {
            scene.at(time).end(time * 100L).bytes(1_000_000).commit(time * 10L).read();
        }

        assertThat(forecast().secondsUntilLoss()).isEmpty();
    }

    /** Whatever happens to a topic and its group, no number is negative or infinite. TimeLag itself refuses what is not a number. */
    @RepeatedTest(200)
    void forecast_anyLife_isFinite(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        scene.retention(new Retention(
                random.nextBoolean(), random.nextBoolean(), OptionalLong.of(60_000), OptionalLong.of(10_000)));
        long end = 0;
        for (int time = 0; time <= 1200; time += 1 + random.nextInt(20)) {
            end = random.nextInt(40) == 0 ? end / 2 : end + random.nextInt(1000) * (long) random.nextInt(2);
            scene.at(time).end(end).start(random.nextInt(10) == 0 ? end / 2 : 0).bytes(random.nextInt(100_000));
            if (random.nextInt(3) > 0) {
                scene.commit((long) (end * random.nextDouble() * 1.2));
            }
            if (random.nextInt(50) == 0) {
                scene.topicId("id-" + time);
            }
            scene.read();
            scene.keeper
                    .explain(Scene.GROUP, scene.at())
                    .orElseThrow()
                    .partitions()
                    .forEach(partition -> {
                        Forecast forecast = partition.forecast();
                        assertThat(partition.lag().orElse(0)).isNotNegative();
                        assertThat(partition.effectiveLag().orElse(0))
                                .isBetween(0L, partition.lag().orElse(0));
                        for (double number : new double[] {
                            forecast.producedPerSecond().orElse(0),
                            forecast.consumedPerSecond().orElse(0),
                            forecast.secondsToCatchUp().orElse(0),
                            forecast.secondsUntilLoss().orElse(0)
                        }) {
                            assertThat(number)
                                    .as("seed %d: %s", repetition.getCurrentRepetition(), forecast)
                                    .isFinite()
                                    .isNotNegative();
                        }
                    });
        }
    }
}
