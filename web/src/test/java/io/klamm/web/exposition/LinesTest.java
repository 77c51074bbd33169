package io.klamm.web.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
            lines.begin().append(LabelText.fragment("a=\"", "b", "\"")).end(value);
        }

        assertThat(new String(lines.toBytes(), StandardCharsets.US_ASCII))
                .isEqualTo(("m{a=\"b\"} " + expected + "\n").repeat(1000));
    }
}
