package io.klamm.lag.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitWindowTest {

    private static final int WINDOW = 600_000;

    private final CommitWindow window = new CommitWindow();

    @ParameterizedTest
    @ValueSource(longs = {10, 100, 1000, 5000, 30_000, 60_000, 100_000})
    void add_committersOfAnySpeed_areJudgedOverTheSameMinutes(long every) {
        for (long time = 0; time <= 3_600_000; time += every) {
            window.add(time, time, WINDOW);
        }

        CommitSeries series = window.copy();
        CommitSeries judged = series.since(series.newestTime() - WINDOW, 3, 0);
        assertThat(judged.span()).isBetween(WINDOW * 7L / 10, WINDOW + every);
        assertThat(judged.size()).isBetween(6, CommitWindow.SLOTS);
        assertThat(series.usualGap()).isEqualTo(every);
        assertThat(series.newestOffset()).isEqualTo(series.newestTime());
    }

    @Test
    void add_startOfAFastCommitter_isSeenInDetail() {
        for (long time = 0; time <= 30_000; time += 100) {
            window.add(time, time, WINDOW);
        }

        assertThat(window.copy().size()).isGreaterThan(7);
        assertThat(window.copy().span()).isGreaterThan(29_000);
    }

    @Test
    void add_commitOfEarlierTime_countsAsEqual() {
        window.add(5, 1000, WINDOW);
        window.add(6, 400, WINDOW);

        assertThat(window.newestTime()).isEqualTo(1000);
        assertThat(window.newestOffset()).isEqualTo(6);
    }

    @Test
    void add_sameOffset_isCountedSinceItsFirst() {
        window.add(5, 1000, WINDOW);
        window.add(7, 2000, WINDOW);
        window.add(7, 3000, WINDOW);
        window.add(7, 4000, WINDOW);

        assertThat(window.copy().same()).isEqualTo(3);
        assertThat(window.copy().sameSince()).isEqualTo(2000);
    }

    @Test
    void forgetAllButNewest_leavesTheNewest() {
        IntStream.range(0, 50).forEach(i -> window.add(i, i * 1000L, WINDOW));

        window.forgetAllButNewest();

        assertThat(window.copy().size()).isEqualTo(1);
        assertThat(window.newestOffset()).isEqualTo(49);
        assertThat(window.copy().usualGap()).isZero();
    }

    @Test
    void forgetAllButNewest_amongStepsBack_goesOn() {
        for (int i = 0; i < 6; i++) {
            window.add(100 - i % 2 * 50L, i, WINDOW);
        }

        window.forgetAllButNewest();
        window.add(10, 7, WINDOW);
        window.add(5, 8, WINDOW);

        assertThat(window.newestOffset()).isEqualTo(5);
    }

    /** Whatever is thinned away, a step back that was not made good stays to be seen, and how far it went. */
    @RepeatedTest(200)
    void add_stepsBackAmongManyCommits_areNeverThinnedAway(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        long offset = 0;
        long time = 0;
        long peak = 0;
        int backAt = 50 + random.nextInt(2000);
        for (int i = 0; i < backAt + random.nextInt(40); i++) {
            time += random.nextInt(2000);
            offset += random.nextInt(100);
            if (i < backAt && random.nextInt(50) == 0) {
                window.add(offset - 10, time, WINDOW);
            }
            if (i == backAt) {
                peak = window.newestOffset();
                offset -= 10_000;
            }
            window.add(offset, time, WINDOW);
        }

        CommitSeries series = window.copy();
        long highest = IntStream.range(0, series.size())
                .mapToLong(series::offset)
                .max()
                .orElseThrow();
        assertThat(highest).as("seed %d", repetition.getCurrentRepetition()).isEqualTo(Math.max(peak, offset));
        assertThat(series.size()).isLessThanOrEqualTo(CommitWindow.SLOTS);
        assertThat(series.newestOffset()).isEqualTo(offset);
    }

    @Test
    void since_tooFewInTheWindow_reachesFurtherBackButNotForEver() {
        for (int hour = 0; hour < 10; hour++) {
            window.add(hour, hour * 3_600_000L, WINDOW);
        }
        CommitSeries series = window.copy();

        assertThat(series.since(9 * 3_600_000L, 4, 0).size()).isEqualTo(4);
        assertThat(series.since(9 * 3_600_000L, 4, 8 * 3_600_000L).size()).isEqualTo(2);
        assertThat(series.since(Long.MAX_VALUE, 1, Long.MAX_VALUE).size()).isEqualTo(1);
    }
}
