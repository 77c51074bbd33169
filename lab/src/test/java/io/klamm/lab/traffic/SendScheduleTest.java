package io.klamm.lab.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SendScheduleTest {

    private static final long SECOND = 1_000_000_000;

    @Test
    void due_unevenSleeps_rateIsHeld() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        SendSchedule schedule = new SendSchedule(1_000, 0);
        long now = 0;
        long sent = 0;
        while (now < 60 * SECOND) {
            sent += schedule.due(now, sent);
            now += schedule.untilNext(now, sent) + random.nextInt(30_000_000);
        }
        assertThat((double) sent).as("seed %d", seed).isCloseTo(60_000, within(60.0));
    }

    @Test
    void due_longStall_catchesUpTwoSecondsOnly() {
        SendSchedule schedule = new SendSchedule(100, 0);
        assertThat(schedule.due(0, 0)).isEqualTo(1);

        assertThat(schedule.due(60 * SECOND, 1)).isBetween(199L, 202L);
        assertThat(schedule.due(61 * SECOND, 201)).isBetween(99L, 102L);
    }

    @Test
    void due_slowRate_firstAtOnceNextInTime() {
        SendSchedule schedule = new SendSchedule(0.5, 5 * SECOND);

        assertThat(schedule.due(5 * SECOND, 0)).isEqualTo(1);
        assertThat(schedule.due(6 * SECOND, 1)).isZero();
        assertThat(schedule.untilNext(6 * SECOND, 1)).isEqualTo(SECOND);
        assertThat(schedule.due(7 * SECOND, 1)).isEqualTo(1);
    }

    @Test
    void due_rateZero_isWithoutLimit() {
        assertThat(new SendSchedule(0, 0).due(1, 1_000_000)).isEqualTo(Long.MAX_VALUE);
        assertThat(new SendSchedule(0, 0).untilNext(1, 1_000_000)).isZero();
    }
}
