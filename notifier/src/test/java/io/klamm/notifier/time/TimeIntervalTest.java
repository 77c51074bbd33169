package io.klamm.notifier.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeIntervalTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    @Test
    void contains_timeOfDay_endIsNotIn() {
        TimeInterval office = minutes(9 * 60, 17 * 60 - 1, SEOUL);

        assertThat(office.contains(Instant.parse("2026-06-01T00:00:00Z"))).isTrue();
        assertThat(office.contains(Instant.parse("2026-05-31T23:59:59Z"))).isFalse();
        assertThat(office.contains(Instant.parse("2026-06-01T07:59:59Z"))).isTrue();
        assertThat(office.contains(Instant.parse("2026-06-01T08:00:00Z"))).isFalse();
    }

    @Test
    void contains_clocksGoForward_followsTheWall() {
        TimeInterval from9 = minutes(9 * 60, 10 * 60 - 1, BERLIN);

        // The last Sunday of March 2026 is the 29th: before, 9:00 is 8:00 in UTC; from then on it is 7:00.
        assertThat(from9.contains(Instant.parse("2026-03-28T08:00:00Z"))).isTrue();
        assertThat(from9.contains(Instant.parse("2026-03-28T07:30:00Z"))).isFalse();
        assertThat(from9.contains(Instant.parse("2026-03-29T07:00:00Z"))).isTrue();
        assertThat(from9.contains(Instant.parse("2026-03-29T08:00:00Z"))).isFalse();
        // From 2:00 to 3:00 there is nothing on that day.
        TimeInterval missing = minutes(120, 179, BERLIN);
        for (Instant t = Instant.parse("2026-03-28T23:00:00Z");
                t.isBefore(Instant.parse("2026-03-29T22:00:00Z"));
                t = t.plusSeconds(60)) {
            assertThat(missing.contains(t)).as("%s", t).isFalse();
        }
    }

    @Test
    void contains_clocksGoBack_theHourIsThereTwice() {
        TimeInterval twice = minutes(120, 179, BERLIN);

        assertThat(twice.contains(Instant.parse("2026-10-24T23:59:00Z"))).isFalse();
        assertThat(twice.contains(Instant.parse("2026-10-25T00:00:00Z"))).isTrue();
        assertThat(twice.contains(Instant.parse("2026-10-25T01:00:00Z"))).isTrue();
        assertThat(twice.contains(Instant.parse("2026-10-25T01:59:59Z"))).isTrue();
        assertThat(twice.contains(Instant.parse("2026-10-25T02:00:00Z"))).isFalse();
    }

    @Test
    void contains_daysFromTheEnd_dependOnTheMonth() {
        TimeInterval lastThree = days(-3, -1);

        assertThat(lastThree.contains(Instant.parse("2026-02-26T12:00:00Z"))).isTrue();
        assertThat(lastThree.contains(Instant.parse("2026-02-25T12:00:00Z"))).isFalse();
        assertThat(lastThree.contains(Instant.parse("2028-02-26T12:00:00Z"))).isFalse();
        assertThat(lastThree.contains(Instant.parse("2028-02-29T12:00:00Z"))).isTrue();
        assertThat(days(31, 31).contains(Instant.parse("2026-04-30T12:00:00Z"))).isFalse();
        assertThat(days(10, -10).contains(Instant.parse("2026-04-21T12:00:00Z")))
                .isTrue();
        assertThat(days(10, -10).contains(Instant.parse("2026-04-22T12:00:00Z")))
                .isFalse();
    }

    @Test
    void contains_weekday_isThatOfTheZone() {
        TimeInterval monday = new TimeInterval(
                "x",
                List.of(new CalendarSpan(List.of(), List.of(new Span(1, 1)), List.of(), List.of(), List.of(), SEOUL)));

        assertThat(monday.contains(Instant.parse("2026-11-22T15:00:00Z"))).isTrue();
        assertThat(monday.contains(Instant.parse("2026-11-23T15:00:00Z"))).isFalse();
    }

    @Test
    void daysOfMonth_impossible_areRefused() {
        assertThatThrownBy(() -> new DaysOfMonth(0, 1)).hasMessageContaining("day of month: 0");
        assertThatThrownBy(() -> new DaysOfMonth(-1, 5)).hasMessageContaining("-1:5");
        assertThatThrownBy(() -> new DaysOfMonth(-1, -3)).hasMessageContaining("-1:-3");
    }

    private static TimeInterval minutes(int first, int last, ZoneId zone) {
        return new TimeInterval(
                "x",
                List.of(new CalendarSpan(
                        List.of(new Span(first, last)), List.of(), List.of(), List.of(), List.of(), zone)));
    }

    private static TimeInterval days(int first, int last) {
        return new TimeInterval(
                "x",
                List.of(new CalendarSpan(
                        List.of(),
                        List.of(),
                        List.of(new DaysOfMonth(first, last)),
                        List.of(),
                        List.of(),
                        ZoneId.of("UTC"))));
    }
}
