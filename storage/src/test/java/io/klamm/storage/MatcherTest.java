package io.klamm.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatcherTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "=; kafka; kafka; true",
                "=; kafka; kafka2; false",
                "!=; kafka; kafka2; true",
                "=~; kafka|zookeeper; zookeeper; true",
                "=~; (kafka|zookeeper); kafka; true",
                "=~; kafka|zookeeper; kafka2; false",
                "=~; kaf.*; kafka; true",
                "=~; kaf.*; ka; false",
                "=~; .+; x; true",
                "=~; .+; ''; false",
                "=~; .*; ''; true",
                "=~; a?b; b; true",
                "=~; ab?; a; true",
                "=~; foo|bar.*; barbar; true",
                "=~; foo|bar.*; foobar; false",
                "=~; a\\.b; a.b; true",
                "=~; a\\.b; axb; false",
                "=~; \\d+; 17; true",
                "=~; (?i)kafka; KAFKA; true",
                "!~; kaf.*; zookeeper; true",
                "!~; kaf.*; kafka; false"
            })
    void matches_eachType_asInPrometheus(String sign, String pattern, String value, boolean expected) {
        assertThat(matcher(sign, pattern).matches(value)).isEqualTo(expected);
    }

    @Test
    void matches_lineEnds_areMatchedByDot() {
        assertThat(matcher("=~", "a.*c").matches("a\nb\nc")).isTrue();
        assertThat(matcher("=~", "a.c.*").matches("a\nc")).isTrue();
        assertThat(matcher("=~", "a.*").matches("a\nb")).isTrue();
    }

    @Test
    void expression_goodOnlyWithinAnchors_isRefused() {
        assertThatThrownBy(() -> matcher("=~", "a)|(b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void literals_ofAlternatives_areKnown() {
        assertThat(matcher("=~", "a|b\\.c|").literals()).contains(List.of("a", "b.c", ""));
        assertThat(matcher("=~", "a|b.c").literals()).isEmpty();
        assertThat(matcher("!~", "a|b").literals()).contains(List.of("a", "b"));
    }

    @Test
    void prefix_ofAnExpression_isWhatAllBeginWith() {
        assertThat(matcher("=~", "kafka-\\d+").prefix()).isEqualTo("kafka-");
        assertThat(matcher("=~", "kafka?").prefix()).isEmpty();
        assertThat(matcher("=~", "ka|fk.*").prefix()).isEmpty();
    }

    @Test
    void constructor_noExpression_saysSo() {
        assertThatThrownBy(() -> matcher("=~", "a("))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("regular expression a(: ");
    }

    @Test
    void toString_isAsInASelector() {
        assertThat(matcher("!~", "a\"b")).hasToString("job!~\"a\\\"b\"");
        assertThat(Matcher.equal("a.b", "c")).hasToString("\"a.b\"=\"c\"");
    }

    private static Matcher matcher(String sign, String value) {
        for (MatchType type : MatchType.values()) {
            if (type.sign().equals(sign)) {
                return new Matcher(type, "job", value);
            }
        }
        throw new IllegalArgumentException(sign);
    }
}
