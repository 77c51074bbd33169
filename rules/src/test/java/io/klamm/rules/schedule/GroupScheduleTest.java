package io.klamm.rules.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.rules.schedule.GroupSchedule.Next;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupScheduleTest {

    private static final Instant HOUR = Instant.parse("2026-11-24T00:00:00Z");

    private final GroupSchedule schedule = new GroupSchedule(Duration.ofSeconds(60), 7_000);

    @Test
    void after_anyTime_nextSlot() {
        assertThat(schedule.after(HOUR)).isEqualTo(HOUR.plusSeconds(7));
        assertThat(schedule.after(HOUR.plusSeconds(7))).isEqualTo(HOUR.plusSeconds(67));
        assertThat(schedule.after(Instant.EPOCH.minusSeconds(60))).isEqualTo(Instant.EPOCH.minusSeconds(53));
    }

    @Test
    void next_inTime_oneIntervalLater() {
        assertThat(schedule.next(HOUR, HOUR.plusSeconds(1))).isEqualTo(new Next(HOUR.plusSeconds(60), 0));
    }

    @Test
    void next_evaluationTookLonger_missedOnesAreCounted() {
        assertThat(schedule.next(HOUR, HOUR.plusSeconds(90))).isEqualTo(new Next(HOUR.plusSeconds(60), 0));
        assertThat(schedule.next(HOUR, HOUR.plusSeconds(190))).isEqualTo(new Next(HOUR.plusSeconds(180), 2));
    }

    @Test
    void next_clockTurnedBack_doesNotWaitForIt() {
        Instant back = HOUR.minus(Duration.ofHours(1));
        assertThat(schedule.next(HOUR, back)).isEqualTo(new Next(back.plusSeconds(7), 0));
    }

    @Test
    void of_manyGroups_spreadOverTheInterval() {
        long early = IntStream.range(0, 1000)
                .filter(i -> GroupSchedule.of("rules.yml", "group" + i, Duration.ofMinutes(1))
                                .offset()
                        < 30_000)
                .count();
        assertThat(early).isBetween(400L, 600L);
    }
}
