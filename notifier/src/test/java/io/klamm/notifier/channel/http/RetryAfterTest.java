package io.klamm.notifier.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    @Test
    void parse_seconds_areThatLong() {
        assertThat(RetryAfter.parse("30", NOW)).hasValue(Duration.ofSeconds(30));
        assertThat(RetryAfter.parse(" 0.5 ", NOW)).hasValue(Duration.ofMillis(500));
        assertThat(RetryAfter.parse("0", NOW)).hasValue(Duration.ZERO);
    }

    @Test
    void parse_date_isUntilThen() {
        assertThat(RetryAfter.parse("Tue, 24 Nov 2026 08:02:00 GMT", NOW)).hasValue(Duration.ofMinutes(2));
        assertThat(RetryAfter.parse("Tue, 24 Nov 2026 07:02:00 GMT", NOW)).hasValue(Duration.ZERO);
    }

    @Test
    void parse_other_isNothing() {
        assertThat(RetryAfter.parse("", NOW)).isEmpty();
        assertThat(RetryAfter.parse("soon", NOW)).isEmpty();
        assertThat(RetryAfter.parse("-1", NOW)).isEmpty();
        assertThat(RetryAfter.parse("99999999999999", NOW)).isEmpty();
    }
}
