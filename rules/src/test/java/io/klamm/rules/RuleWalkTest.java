package io.klamm.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.alert.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random walks of series over hours, with restarts at any moment. Whatever happens: no alert fires before it has been so for long enough, what fires goes on firing over a restart, and each incident is
 * told as firing and then as resolved, once.
 */
class RuleWalkTest {

    private static final Duration STEP = Duration.ofSeconds(15);
    private static final Duration HOLD = Duration.ofMinutes(3);
    private static final int STEPS = 1_200;
    private static final int SURELY_SEEN = 4;
    private static final String[] GROUPS = {"a", "b", "c"};

    private static final String RULES = """
            groups:
              - name: walk
                interval: 30s
                rules:
                  - {record: 'lag:now', expr: lag}
                  - {alert: Lag, expr: 'lag:now > 100', for: 3m}
            """;

    private final RuleBench bench = new RuleBench();

    /** What has been told of one series, and for how long it has been too high. */
    private static final class Seen {
        private boolean high;
        /** Steps that were evaluated as usual since it last changed or the program last died. */
        private int calm;

        private Duration highFor = Duration.ZERO;
        private boolean firing;
        private Instant startsAt = Instant.MIN;
        private int incidents;
    }

    private final Map<String, Seen> seen = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void walk_restartsAtAnyMoment_eachIncidentOnce(long seed) {
        Random random = new Random(seed);
        bench.start(RULES);
        for (String group : GROUPS) {
            seen.put(group, new Seen());
        }
        for (int step = 0; step < STEPS; step++) {
            turnSome(random);
            writeAll();
            if (random.nextInt(60) == 0) {
                bench.restartAfter(Duration.ofSeconds(1 + random.nextInt(120)));
                seen.values().forEach(one -> one.calm = 0);
            } else {
                bench.advance(STEP);
                seen.values().forEach(one -> one.calm++);
            }
            check(seed, step);
        }
        calmDown(seed);
        assertThat(seen.values().stream().mapToInt(one -> one.incidents).sum())
                .as("incidents of seed %d", seed)
                .isPositive();
    }

    /** Values change seldom, so that some alerts get as far as firing. */
    private void turnSome(Random random) {
        for (Seen one : seen.values()) {
            if (one.calm >= SURELY_SEEN && random.nextInt(one.high ? 25 : 15) == 0) {
                one.calm = 0;
                one.high = !one.high;
                one.highFor = Duration.ZERO;
            }
        }
    }

    private void writeAll() {
        seen.forEach((group, one) -> {
            bench.set("lag", one.high ? 500 : 1, "group", group);
            one.highFor = one.high ? one.highFor.plus(STEP) : Duration.ZERO;
        });
    }

    private void check(long seed, int step) {
        for (Alert alert : bench.told()) {
            String what = "seed " + seed + ", step " + step + ", " + alert;
            Seen one = Objects.requireNonNull(seen.get(alert.labels().get("group")), what);
            if (alert.resolvedAt(bench.now())) {
                resolved(one, alert, what);
            } else {
                firing(one, alert, what);
            }
        }
    }

    private static void firing(Seen one, Alert alert, String what) {
        if (one.firing) {
            assertThat(alert.startsAt()).as("the same incident: " + what).isEqualTo(one.startsAt);
            return;
        }
        // An evaluation sees it up to one interval after it begins, and the outage does not count.
        assertThat(one.highFor).as("too early: " + what).isGreaterThanOrEqualTo(HOLD.minus(STEP));
        assertThat(alert.startsAt()).as("an incident of its own: " + what).isAfter(one.startsAt);
        one.firing = true;
        one.startsAt = alert.startsAt();
        one.incidents++;
    }

    /** A resolution may be told for a while; none is told before its begin. */
    private static void resolved(Seen one, Alert alert, String what) {
        assertThat(alert.startsAt()).as("told as firing before: " + what).isEqualTo(one.startsAt);
        one.firing = false;
    }

    private void calmDown(long seed) {
        seen.values().forEach(one -> one.high = false);
        for (int step = 0; step < 20; step++) {
            writeAll();
            bench.advance(STEP);
            check(seed, STEPS + step);
        }
        assertThat(seen.values()).as("all resolved, seed " + seed).noneMatch(one -> one.firing);
    }
}
