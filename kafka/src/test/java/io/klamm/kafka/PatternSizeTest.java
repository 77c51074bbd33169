package io.klamm.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternSizeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".*",
                "orders-(eu|us)-\\d{4}",
                "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
                "\\p{Greek}{20}",
                "\\x{10FFFF}",
                "[{]1000}",
                "\\Q{9999}\\E",
                "a{,5}",
                "a{b}",
                "[]{900}]"
            })
    void of_ordinaryPatterns_isSmall(String pattern) {
        assertThat(PatternSize.of(pattern)).isLessThan(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "a{1000} 1000",
                "a{2,1000} 1000",
                "a{1000,} 1000",
                "(a{100}){100} 10000",
                "((a{1000}){1000}){1000} 1000000000",
                "(?:a{500}|b{500}){500} 500000",
                "\\d{1000}\\d{1000} 2000",
                "[)]{1000} 1000",
                "(a\\){500}){100} 50000"
            })
    void of_repetitions_isAtLeastTheirProduct(String pattern, long least) {
        assertThat(PatternSize.of(pattern)).isBetween(least, Math.max(1_000_000_000L, least));
    }

    @Test
    void of_deepNesting_endsWithoutOverflow() {
        assertThat(PatternSize.of("(".repeat(1_000))).isEqualTo(1_000_000_000L);
    }
}
