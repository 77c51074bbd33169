package io.klamm.lag.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class EndSeriesTest {

    private static EndSeries of(long... offsetsAndTimes) {
        EndSeries series = EndSeries.NONE;
        for (int i = 0; i < offsetsAndTimes.length; i += 2) {
            series = series.with(offsetsAndTimes[i], offsetsAndTimes[i + 1]);
        }
        return series;
    }

    @Test
    void with_endStandsStill_keepsTwoPointsOfIt() {
        EndSeries series = of(10, 1000, 10, 2000, 10, 3000, 10, 4000, 20, 5000);

        assertThat(series.size()).isEqualTo(3);
        assertThat(series.time(1)).isEqualTo(4000);
        assertThat(series.writtenAt(10)).hasValue(4000);
        assertThat(series.writtenAt(15)).hasValue(4500);
    }

    @Test
    void with_endWentBack_forgetsWhatWasBefore() {
        EndSeries series = of(10, 1000, 20, 2000, 15, 3000);

        assertThat(series.size()).isEqualTo(1);
        assertThat(series.truncated()).isTrue();
        assertThat(series.newestOffset()).isEqualTo(15);
    }

    @Test
    void with_readingOfThePast_isPassedOver() {
        EndSeries series = of(10, 1000, 20, 2000);

        assertThat(series.with(30, 2000)).isSameAs(series);
        assertThat(series.with(30, 1500)).isSameAs(series);
    }

    @Test
    void from_logStart_keepsOnePointBeforeIt() {
        EndSeries series = of(10, 1000, 20, 2000, 30, 3000, 40, 4000);

        assertThat(series.from(35, 5000).offset(0)).isEqualTo(30);
        assertThat(series.from(30, 5000).offset(0)).isEqualTo(30);
        assertThat(series.from(0, 5000)).isSameAs(series);
        assertThat(series.from(1000, 5000).size()).isEqualTo(1);
        assertThat(series.from(1000, 2500).size()).isEqualTo(3);
    }

    @Test
    void endAt_betweenReadings_isOnTheLine() {
        EndSeries series = of(10, 1000, 20, 2000);

        assertThat(series.endAt(999)).isEmpty();
        assertThat(series.endAt(1000)).hasValue(10);
        assertThat(series.endAt(1500)).hasValue(15);
        assertThat(series.endAt(9000)).hasValue(20);
        assertThat(EndSeries.NONE.endAt(5)).isEmpty();
    }

    @Test
    void writtenAt_notWrittenOrOlderThanAll_saysSo() {
        EndSeries series = of(10, 1000, 20, 2000);

        assertThat(series.writtenAt(20)).isEmpty();
        assertThat(series.writtenAt(3)).hasValue(1000);
        assertThat(series.before(3)).isEqualTo(-1);
    }

    @Test
    void ratePerSecond_twoReadings_isTheirSlope() {
        assertThat(of(10, 1000, 20, 2000).ratePerSecond(0)).hasValue(10);
        assertThat(of(10, 1000).ratePerSecond(0)).isEmpty();
        assertThat(of(10, 1000, 20, 2000).ratePerSecond(2000)).isEmpty();
    }

    /** A day of readings of a topic whose rate changes: however it is pruned, an offset of a while ago is placed within a tenth of that while. */
    @RepeatedTest(20)
    void with_aDayOfReadings_staysSmallAndKeepsItsShape(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        EndSeries series = EndSeries.NONE;
        long[] truth = new long[5761];
        double offset = 0;
        double rate = 100;
        for (int i = 0; i <= 5760; i++) {
            if (i % 400 == 0) {
                rate = random.nextInt(4) == 0 ? 0 : random.nextInt(2000);
            }
            offset += rate * 15;
            truth[i] = (long) offset;
            series = series.with(truth[i], i * 15_000L);
            assertThat(series.size()).isLessThanOrEqualTo(Shape.MOST);
        }
        for (int i = 100; i < 5760; i += 97) {
            if (truth[i] >= series.newestOffset() || truth[i] == truth[i + 1]) {
                continue;
            }
            double age = (5760 - i) * 15_000.0;
            double error = Math.abs(series.writtenAt(truth[i]).orElseThrow() - i * 15_000L);
            assertThat(error)
                    .as("seed %d, reading %d, age %.0f s", repetition.getCurrentRepetition(), i, age / 1000)
                    .isLessThanOrEqualTo(15_000 + age / 10);
        }
    }
}
