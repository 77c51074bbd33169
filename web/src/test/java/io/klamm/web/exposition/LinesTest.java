package io.klamm.web.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "4, 4",
        "4.0997, 4.1",
        "4.05, 4.05",
        "4.001, 4.001",
        "0.0004, 0",
        "0.9999, 1",
        "86400.25, 86400.25",
        "123456789012.125, 123456789012.125",
        "1e18, 1.0E18",
        "NaN, NaN",
    })
    void end_aMeasuredValue_hasThousandthsWithoutTrailingZeros(double value, String expected) {
        Lines lines = new Lines("m", new byte[0]);
        for (int i = 0; i < 1000; i++) {
            lines.begin(LabelText.labels("a", "b"), -1, LabelText.labels()).end(value);
        }

        assertThat(new String(lines.toBytes(), StandardCharsets.US_ASCII))
                .isEqualTo(("m{a=\"b\"} " + expected + "\n").repeat(1000));
    }

    @Test
    void begin_anyPartOfTheLabels_isWrittenInOrder() {
        byte[] none = LabelText.labels();
        Lines bare = new Lines("m", none);
        bare.begin(none, -1, none).end(1);
        bare.begin(none, 0, none).end(2);
        Lines constant = new Lines("m", LabelText.labels("cluster", "c"));
        constant.begin(none, -1, none).end(3);
        constant.begin(LabelText.labels("group", "a\"b\\c\nd"), 17, LabelText.labels("topic", "t"))
                .end(-4);

        assertThat(new String(bare.toBytes(), StandardCharsets.US_ASCII)).isEqualTo("m 1\nm{partition=\"0\"} 2\n");
        assertThat(new String(constant.toBytes(), StandardCharsets.US_ASCII))
                .isEqualTo(
                        "m{cluster=\"c\"} 3\nm{cluster=\"c\",group=\"a\\\"b\\\\c\\nd\",partition=\"17\",topic=\"t\"} -4\n");
    }
}
