package io.klamm.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {

    @ParameterizedTest
    @CsvSource({
        "512B, 512",
        "10KB, 10000",
        "10kb, 10000",
        "1KiB, 1024",
        "1.5MiB, 1572864",
        "0.5KB, 500",
        "2 GB, 2000000000",
        "1TiB, 1099511627776",
        "0B, 0",
        "8388607TiB, 9223370937343148032"
    })
    void parse_goodText_bytes(String text, long bytes) {
        assertThat(ByteSize.parse(text)).contains(new ByteSize(bytes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "512",
                "B",
                "1.B",
                ".5KB",
                "-1B",
                "1.5B",
                "0.0001KB",
                "10K",
                "10 potatoes",
                "1  KB",
                "8388608TiB",
                "999999999999999999TiB",
                "1KB "
            })
    void parse_badText_nothing(String text) {
        assertThat(ByteSize.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0B",
        "512, 512B",
        "1500, 1500B",
        "10000, 10KB",
        "1572864, 1536KiB",
        "67108864, 64MiB",
        "1000000, 1MB"
    })
    void toString_size_largestWholeUnit(long bytes, String text) {
        assertThat(new ByteSize(bytes)).hasToString(text);
    }

    @Test
    void parse_textOfAnySize_sameSize() {
        long seed = 20_261_121L;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            ByteSize size = new ByteSize(random.nextLong(1L << (1 + random.nextInt(61))));
            assertThat(ByteSize.parse(size.toString()))
                    .as("seed %d, turn %d", seed, i)
                    .contains(size);
        }
    }

    @Test
    void between_limits_bothIncluded() {
        Format<ByteSize> format = ByteSize.between(ByteSize.ofKibibytes(1), ByteSize.ofMebibytes(1));

        assertThat(format.expected()).isEqualTo("a size from 1KiB to 1MiB, such as 512B, 10KB or 1.5MiB");
        assertThat(format.parse("1KiB").value()).isPresent();
        assertThat(format.parse("1MiB").value()).isPresent();
        assertThat(format.parse("1023B").value()).isEmpty();
        assertThat(format.parse("1025KiB").value()).isEmpty();
    }

    @Test
    void new_negative_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ByteSize(-1))
                .withMessage("bytes: -1 (expected: 0 or more)");
    }
}
