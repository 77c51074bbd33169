package io.klamm.promql.ast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "0,          0,           0s",
        "0s,         0,           0s",
        "1ms,        1,           1ms",
        "1h30m,      5400000,     1h30m",
        "90m,        5400000,     1h30m",
        "1d,         86400000,    1d",
        "7d,         604800000,   1w",
        "8d,         691200000,   8d",
        "365d,       31536000000, 1y",
        "1y2w3d4h5m6s7ms, 33019506007, 382d4h5m6s7ms",
    })
    void parse_thenFormat_isTheNormalForm(String text, long millis, String normal) {
        assertThat(Durations.parse(text)).isEqualTo(millis);
        assertThat(Durations.format(millis)).isEqualTo(normal);
    }

    @Test
    void format_negative_hasASign() {
        assertThat(Durations.format(-90_000)).isEqualTo("-1m30s");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "''     | empty duration string",
                "5      | not a valid duration string: \"5\"",
                "m      | not a valid duration string: \"m\"",
                "1m1h   | not a valid duration string: \"1m1h\"",
                "1m1m   | not a valid duration string: \"1m1m\"",
                "-1m    | not a valid duration string: \"-1m\"",
                "1 m    | unknown unit \" m\" in duration \"1 m\"",
                "1.5h   | unknown unit \".\" in duration \"1.5h\"",
                "300y   | duration out of range",
                "99999999999999999999s | not a valid duration string: \"99999999999999999999s\"",
            })
    void parse_none_saysWhy(String text, String message) {
        assertThatThrownBy(() -> Durations.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
