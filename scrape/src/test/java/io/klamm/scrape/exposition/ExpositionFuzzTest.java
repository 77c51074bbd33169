package io.klamm.scrape.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.scrape.check.MetricsCheck;
import io.klamm.scrape.exposition.ExpositionReader.Entry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Any bytes are read or refused, and in the same way whether or not a series is expected. */
class ExpositionFuzzTest {

    private static final int PAGES = Integer.getInteger("klamm.scrape.fuzz", 2_000);

    private static final String[] PIECES = {
        "a",
        "foo_total",
        "{",
        "}",
        "=",
        "\"",
        ",",
        " ",
        "\t",
        "\n",
        "\\",
        "#",
        "# ",
        "# TYPE ",
        "# HELP ",
        "# UNIT ",
        "# EOF",
        "counter",
        "histogram",
        "1",
        "-1.5e3",
        "NaN",
        "+Inf",
        "le",
        "le=\"+Inf\"",
        "{a=\"b\"}",
        "a 1\n",
        "a{b=\"c\"} 1 5\n",
        "# {id=\"1\"} 2",
        "{\"x.y\"}",
        "크",
        "\0",
        "\r",
        "0x1",
        "1_0",
        "999999999999999999999",
        ".",
        "e"
    };

    @ParameterizedTest
    @EnumSource(ExpositionFormat.class)
    void read_anyBytes_readsOrRefuses(ExpositionFormat format) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        ExpositionReader reader = ExpositionReader.of(format);
        for (int i = 0; i < PAGES; i++) {
            byte[] page = page(random);
            try {
                List<String> plain = read(reader, page, false);
                assertThat(read(reader, page, true))
                        .as("seed %d, page %s", seed, Arrays.toString(page))
                        .isEqualTo(plain);
                MetricsCheck.check(page, format);
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", page " + Arrays.toString(page), e);
            }
        }
    }

    private static byte[] page(Random random) {
        if (random.nextInt(10) == 0) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            return bytes;
        }
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(20);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(4) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** What is read, and last the refusal; with the series of the sample before as the one that is expected next, or none. */
    private static List<String> read(ExpositionReader reader, byte[] page, boolean expecting) {
        List<String> read = new ArrayList<>();
        byte[] series = new byte[0];
        try {
            reader.begin(page, 0, page.length);
            Entry entry = reader.next();
            while (entry != Entry.END) {
                read.add(Pages.text(reader, entry));
                if (entry == Entry.SAMPLE) {
                    series = Arrays.copyOfRange(reader.bytes(), reader.seriesFrom(), reader.seriesTo());
                }
                entry = expecting && series.length > 0 ? reader.next(series) : reader.next();
            }
        } catch (ExpositionException e) {
            assertThat(e.line()).isPositive();
            read.add(String.valueOf(e.getMessage()));
        }
        return read;
    }
}
