package io.klamm.kafka.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    @Test
    void parse_everyForm_isUnderstood() {
        assertThat(Position.parse("earliest")).contains(new Position.Earliest());
        assertThat(Position.parse("latest")).contains(new Position.Latest());
        assertThat(Position.parse("1200")).contains(new Position.At(1200));
        assertThat(Position.parse("-500")).contains(new Position.Step(-500));
        assertThat(Position.parse("+500")).contains(new Position.Step(500));
        assertThat(Position.parse("2026-11-24T09:00:00+09:00"))
                .contains(new Position.Since(Instant.parse("2026-11-24T00:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "+", "12a", "Earliest", "yesterday", "2026-11-24", "9999999999999999999", "1.5"})
    void parse_anythingElse_isNothing(String text) {
        assertThat(Position.parse(text)).isEmpty();
    }
}
