package io.klamm.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "500ms, 500",
        "15s, 15000",
        "1m30s, 90000",
        "2h, 7200000",
        "1d, 86400000",
        "2w, 1209600000",
        "1y, 31536000000",
        "1h0m1ms, 3600001",
        "0, 0",
        "0s, 0",
        "90m, 5400000"
    })
    void parse_goodText_millis(String text, long millis) {
        assertThat(Durations.parse(text)).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "15",
                "s",
                "15x",
                "1.5s",
                "-1s",
                "+1s",
                "1s1m",
                "1s1s",
                " 15s",
                "15 s",
                "15S",
                "15sec",
                "1m30",
                "99999999999y",
                "9999999999999s",
                "１５s",
                "15s\n"
            })
    void parse_badText_nothing(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }

    @Test
    void parse_textOfAnyDuration_sameDuration() {
        long seed = 20_261_121L;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            Duration duration = Duration.ofMillis(random.nextLong(1L << (1 + random.nextInt(45))));
            assertThat(Durations.parse(Durations.text(duration)))
                    .as("seed %d, turn %d", seed, i)
                    .contains(duration);
        }
    }

    @Test
    void between_limits_bothIncluded() {
        Format<Duration> format = Durations.between(Duration.ofSeconds(1), Duration.ofMinutes(90));

        assertThat(format.expected()).isEqualTo("a duration from 1s to 1h30m, such as 15s or 1m30s");
        assertThat(format.parse("1s").value()).contains(Duration.ofSeconds(1));
        assertThat(format.parse("90m").value()).contains(Duration.ofMinutes(90));
        assertThat(format.parse("999ms").value()).isEmpty();
        assertThat(format.parse("90m1ms").value()).isEmpty();
    }
}
