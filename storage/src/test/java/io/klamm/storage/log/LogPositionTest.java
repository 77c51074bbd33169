package io.klamm.storage.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogPositionTest {

    @Test
    void toString_parsed_isTheSame() {
        LogPosition position = new LogPosition(12, 3_456_789_012L);
        assertThat(position).hasToString("12:3456789012");
        assertThat(LogPosition.parse(position.toString())).isEqualTo(position);
    }

    @Test
    void compareTo_segmentFirst() {
        assertThat(new LogPosition(2, 0)).isGreaterThan(new LogPosition(1, 500));
        assertThat(new LogPosition(2, 10)).isLessThan(new LogPosition(2, 11));
        assertThat(LogPosition.START).isLessThan(new LogPosition(1, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", ":", "1:", ":1", "a:b", "1:-2", "1:2:3"})
    void parse_somethingElse_isRefused(String text) {
        assertThatThrownBy(() -> LogPosition.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("log position");
    }
}
