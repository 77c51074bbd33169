package io.klamm.web.burrow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoTextTest {

    private static String quoted(String value) {
        StringBuilder out = new StringBuilder();
        GoText.quote(out, value);
        return out.toString();
    }

    private static String general(long value) {
        StringBuilder out = new StringBuilder();
        GoText.general(out, value);
        return out.toString();
    }

    @Test
    void quote_whatMattersToHtmlAndJson_isEscapedAsGoDoes() {
        assertThat(quoted("a<b>&\"\\\n\r\t\u0001\b\u2028\u2029é한\ud83d\ude00\u007f"))
                .isEqualTo(
                        "\"a\\u003cb\\u003e\\u0026\\\"\\\\\\n\\r\\t\\u0001\\u0008\\u2028\\u2029é한\ud83d\ude00\u007f\"");
    }

    @Test
    void quote_halfAPair_isReplaced() {
        assertThat(quoted("a\ud83d")).isEqualTo("\"a\\ufffd\"");
        assertThat(quoted("\ude00b")).isEqualTo("\"\\ufffdb\"");
    }

    @ParameterizedTest
    @CsvSource({"1,10,0.1", "2,3,0.6666667", "1,3,0.33333334", "1,1,1", "0,7,0", "7,10,0.7", "1,1024,0.0009765625"})
    void number_share_isTheShortestThatIsReadAsIt(int part, int whole, String text) {
        assertThat(GoText.number((float) part / (float) whole)).isEqualTo(text);
    }

    @Test
    void number_any_isReadAsIt() {
        for (int whole = 1; whole < 300; whole++) {
            for (int part = 0; part <= whole; part++) {
                float value = (float) part / (float) whole;
                assertThat(Float.parseFloat(GoText.number(value))).isEqualTo(value);
            }
        }
    }

    @Test
    void number_tiny_hasAnExponent() {
        assertThat(GoText.number(1e-7f)).isEqualTo("1e-7");
        assertThat(GoText.number(1.5e-12f)).isEqualTo("1.5e-12");
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "999999,999999",
        "1000000,1e+06",
        "1234567,1.234567e+06",
        "12000000000,1.2e+10",
        "9007199254740991,9.007199254740991e+15",
        "9223372036854775807,9.223372036854776e+18",
        "-1,-1",
        "-2500000,-2.5e+06",
    })
    void general_wholeNumber_isAsGoWritesAFloat(long value, String text) {
        assertThat(general(value)).isEqualTo(text);
    }
}
