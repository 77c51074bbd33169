package io.klamm.scrape.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.series.StaleMarker;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberReaderTest {

    private static final int NUMBERS = Integer.getInteger("klamm.scrape.numbers", 300_000);

    private final NumberReader reader = new NumberReader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "1",
                "+1",
                "1.",
                ".5",
                "-.5e1",
                "1e5",
                "1E+5",
                "1e-5",
                "123456789012345678901234567890",
                "0.000000000000000000000000000001234567890123456789",
                "9007199254740993",
                "9007199254740992.5",
                "1.7976931348623157e308",
                "4.9e-324",
                "2.2250738585072014e-308",
                "2.2250738585072011e-308",
                "1e-400",
                "0e999999999999",
                "0.013300656000000001",
                "0000000000000000000000000000000000000000001",
                "9223372036854775807",
                "9223372036854775808",
                "18446744073709551616",
                "5e-324",
                "1e22",
                "1e23",
                "8.5e22",
                "123456789.123456789e-30",
                "1.00000000000000011102230246251565404236316680908203125"
            })
    void read_number_isRoundedAsTheJdkDoes(String text) {
        assertThat(read(text)).isEqualTo(text.length());
        assertThat(Double.doubleToRawLongBits(reader.value()))
                .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", ".", "e5", "1e", "1e+", "x", "-nan", "+NaN", "in", "1e309", "-1e400", "-"})
    void read_notANumber_isRefused(String text) {
        assertThat(read(text)).isEqualTo(-1);
    }

    @Test
    void read_words_inAnyCase() {
        assertThat(read("+InF")).isEqualTo(4);
        assertThat(reader.value()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(read("-infinity")).isEqualTo(9);
        assertThat(reader.value()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(read("nAn")).isEqualTo(3);
        assertThat(Double.doubleToRawLongBits(reader.value())).isEqualTo(StaleMarker.NAN_BITS);
    }

    @Test
    void read_partOfText_stopsBehindIt() {
        assertThat(read("12.5 7")).isEqualTo(4);
        assertThat(read("0x10")).isEqualTo(1);
        assertThat(read("1_000")).isEqualTo(1);
    }

    @Test
    void read_numbersAtRandom_areRoundedAsTheJdkDoes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < NUMBERS; i++) {
            String text = number(random);
            assertThat(read(text)).as("%s, seed %d", text, seed).isEqualTo(text.length());
            assertThat(Double.doubleToRawLongBits(reader.value()))
                    .as("%s, seed %d", text, seed)
                    .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
        }
    }

    private static String number(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> {
                double value = Double.longBitsToDouble(random.nextLong());
                yield Double.toString(Double.isFinite(value) ? value : random.nextDouble());
            }
            case 1 -> Double.toString(random.nextGaussian() * Math.pow(10, random.nextInt(30) - 15));
            case 2 -> Long.toString(random.nextLong());
            case 3 -> random.nextInt(100_000) + "." + (random.nextLong() >>> 1) + "e" + (random.nextInt(140) - 70);
            // Halfway between two doubles, and a little beside it.
            default ->
                (1L << 53) + 2L * random.nextInt() + (random.nextBoolean() ? "" : ".5") + "e" + random.nextInt(24);
        };
    }

    private int read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return reader.read(bytes, 0, bytes.length);
    }
}
