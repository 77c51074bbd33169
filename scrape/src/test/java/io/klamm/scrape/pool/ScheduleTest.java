package io.klamm.scrape.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.series.Labels;
import io.klamm.scrape.targets.Target;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final long INTERVAL = 15_000;
    private final Schedule schedule = new Schedule(INTERVAL, 4_000);

    @Test
    void untilNext_leadsToTheOffset() {
        assertThat(schedule.untilNext(15_000)).isEqualTo(Duration.ofSeconds(4));
        assertThat(schedule.untilNext(18_990)).isEqualTo(Duration.ofMillis(10));
        assertThat(schedule.untilNext(19_010)).isEqualTo(Duration.ofMillis(14_990));
    }

    @Test
    void untilNext_atItsTimeOrAllButThere_isAWholeInterval() {
        assertThat(schedule.untilNext(19_000)).isEqualTo(Duration.ofSeconds(15));
        assertThat(schedule.untilNext(18_998)).isEqualTo(Duration.ofMillis(15_002));
        assertThat(schedule.untilNext(19_002)).isEqualTo(Duration.ofMillis(14_998));
    }

    @Test
    void timestamp_withinTwoMilliseconds_isAligned() {
        for (long off = -2; off <= 2; off++) {
            assertThat(schedule.timestamp(19_000 + off)).isEqualTo(19_000);
        }
        assertThat(schedule.timestamp(19_003)).isEqualTo(19_003);
        assertThat(schedule.timestamp(18_997)).isEqualTo(18_997);
    }

    @Test
    void timestamp_ofShortIntervals_hasLessTolerance() {
        Schedule hasty = new Schedule(100, 0);
        assertThat(hasty.timestamp(1_001)).isEqualTo(1_000);
        assertThat(hasty.timestamp(1_002)).isEqualTo(1_002);
    }

    @Test
    void run_withTimersThatAreLateAtRandom_neverRepeatsAndNeverDrifts() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long now = 1_000_000_007L;
        Set<Long> times = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            now += schedule.untilNext(now).toMillis() + random.nextInt(6) - 2;
            long timestamp = schedule.timestamp(now);
            assertThat(times.add(timestamp)).as("seed %d", seed).isTrue();
            assertThat(Math.abs(Math.floorMod(timestamp - 4_000 + 100, INTERVAL) - 100))
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(3);
        }
        assertThat(now)
                .as("seed %d", seed)
                .isBetween(1_000_000_007L + 999 * INTERVAL, 1_000_000_007L + 1_001 * INTERVAL);
    }

    @Test
    void of_targets_areSpreadOverTheInterval() {
        List<Integer> tenths = new ArrayList<>(Collections.nCopies(10, 0));
        for (int i = 0; i < 1_000; i++) {
            Schedule one = Schedule.of(target("b" + i), 7);
            assertThat(one).isEqualTo(Schedule.of(target("b" + i), 7));
            int tenth = (int) (one.offset() * 10 / INTERVAL);
            tenths.set(tenth, tenths.get(tenth) + 1);
        }
        assertThat(tenths).as("of 1000 targets about 100 in each tenth").allMatch(count -> count > 60 && count < 140);
        assertThat(Schedule.of(target("b1"), 7)).isNotEqualTo(Schedule.of(target("b1"), 8));
    }

    private static Target target(String instance) {
        Labels labels = Labels.of("instance", instance, "job", "kafka");
        return new Target(
                labels,
                labels,
                labels,
                URI.create("http://" + instance + ":9100/metrics"),
                Duration.ofMillis(INTERVAL),
                Duration.ofSeconds(10));
    }
}
