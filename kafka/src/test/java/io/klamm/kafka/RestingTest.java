package io.klamm.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RestingTest {

    /** Near the end of the numbers, over which a clock of nanoseconds may pass. */
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);

    private final Resting<String> resting = new Resting<>(nanos::get);

    @Test
    void rests_untilItsTimeIsOver() {
        resting.rest("t", Duration.ofSeconds(1));

        assertThat(resting.rests("t")).isTrue();
        assertThat(resting.rests("u")).isFalse();
        nanos.addAndGet(999_999_999);
        assertThat(resting.rests("t")).isTrue();
        nanos.incrementAndGet();
        assertThat(resting.rests("t")).isFalse();
    }

    @Test
    void size_countsOnlyWhatStillRests() {
        resting.rest("t", Duration.ofSeconds(1));
        resting.rest("u", Duration.ofSeconds(2));

        assertThat(resting.size()).isEqualTo(2);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(resting.size()).isEqualTo(1);
    }
}
