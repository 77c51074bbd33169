package io.klamm.cmd.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.verdict.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 s, 0.0초",
        "-1, 0.0 s, 0.0초",
        "4.07, 4.1 s, 4.1초",
        "9.96, 10 s, 10초",
        "59.6, 1 min, 1분",
        "90, 1 min 30 s, 1분 30초",
        "5420, 1 h 30 min, 1시간 30분",
        "93600, 1 d 2 h, 1일 2시간",
        "86460, 1 d, 1일",
    })
    void of_seconds_areTwoUnits(double seconds, String english, String korean) {
        assertThat(Durations.of(seconds, Language.ENGLISH)).isEqualTo(english);
        assertThat(Durations.of(seconds, Language.KOREAN)).isEqualTo(korean);
    }
}
