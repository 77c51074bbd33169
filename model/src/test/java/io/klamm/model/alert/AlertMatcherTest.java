package io.klamm.model.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.model.alert.AlertMatcher.Operator;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertMatcherTest {

    @Test
    void parse_classicForms_areRead() {
        assertThat(AlertMatcher.parse("foo=bar")).isEqualTo(matcher("foo", Operator.EQUAL, "bar"));
        assertThat(AlertMatcher.parse(" foo =~ \"a|b\" ")).isEqualTo(matcher("foo", Operator.REGEX, "a|b"));
        assertThat(AlertMatcher.parse("foo!=bar baz")).isEqualTo(matcher("foo", Operator.NOT_EQUAL, "bar baz"));
        assertThat(AlertMatcher.parse("foo!~bar=baz")).isEqualTo(matcher("foo", Operator.NOT_REGEX, "bar=baz"));
        assertThat(AlertMatcher.parse("foo=")).isEqualTo(matcher("foo", Operator.EQUAL, ""));
        assertThat(AlertMatcher.parse("foo=\"\"")).isEqualTo(matcher("foo", Operator.EQUAL, ""));
    }

    @Test
    void operator_ofItsFlags_isItself() {
        for (Operator operator : Operator.values()) {
            assertThat(Operator.of(operator.equal(), operator.regex())).isEqualTo(operator);
        }
        assertThat(Operator.of(false, true).sign()).isEqualTo("!~");
    }

    @Test
    void parse_classicEscapes_areOnlyThree() {
        assertThat(AlertMatcher.parse("foo=\"a\\n\\\"b\\\\\"").value()).isEqualTo("a\n\"b\\");
        assertThat(AlertMatcher.parse("foo=~\"a\\.b\"").value()).isEqualTo("a\\.b");
        assertThat(AlertMatcher.parse("foo=\"a\\tb\"").value()).isEqualTo("a\\tb");
    }

    @Test
    void parse_anyNameInQuotes_isRead() {
        assertThat(AlertMatcher.parse("\"my label\" = \"x\"")).isEqualTo(matcher("my label", Operator.EQUAL, "x"));
        assertThat(AlertMatcher.parse("소비자=\"지연\"")).isEqualTo(matcher("소비자", Operator.EQUAL, "지연"));
        assertThat(AlertMatcher.parse("\"\\u00e9\\x41\\t\"=x").name()).isEqualTo("éA\t");
    }

    @Test
    void parseAll_bracesAndCommas_areRead() {
        assertThat(AlertMatcher.parseAll("{a=\"b,c\", d!~\"e\",}"))
                .containsExactly(matcher("a", Operator.EQUAL, "b,c"), matcher("d", Operator.NOT_REGEX, "e"));
        assertThat(AlertMatcher.parseAll("a=b,c=d")).hasSize(2);
        assertThat(AlertMatcher.parseAll("{\"a.b\"=\"c\",d=e,}")).hasSize(2);
        assertThat(AlertMatcher.parseAll("{}")).isEmpty();
        assertThat(AlertMatcher.parseAll("")).isEmpty();
    }

    @Test
    void parse_badTexts_areRefusedWithTheirPlace() {
        List<String> bad = List.of(
                "foo",
                "=bar",
                "{foo=bar",
                "\"foo\"=\"bar",
                "a.b=c,!",
                "\"\"=x",
                "{\"a.b\"=c} x",
                "\"\\q\"=x",
                "'a'=b",
                "foo=\"a\"b\"");
        for (String text : bad) {
            assertThatThrownBy(() -> AlertMatcher.parseAll(text.equals("{foo=bar") ? "{\"f.o\"=bar" : text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("column")
                    .hasMessageContaining("(expected: ");
        }
        assertThatThrownBy(() -> AlertMatcher.parse("a=b,c=d"))
                .hasMessage("matcher: a=b,c=d has 2 (expected: one, such as job=\"kafka\")");
    }

    @Test
    void toString_anyMatcher_isReadBack() {
        for (AlertMatcher matcher : List.of(
                matcher("foo", Operator.EQUAL, "a\"\\\nb"),
                matcher("my label", Operator.NOT_REGEX, "x y"),
                matcher("a.b", Operator.REGEX, "\\d+"),
                matcher("quote\"d", Operator.NOT_EQUAL, ""))) {
            assertThat(AlertMatcher.parse(matcher.toString())).isEqualTo(matcher);
        }
    }

    private static AlertMatcher matcher(String name, Operator operator, String value) {
        return new AlertMatcher(name, operator, value);
    }
}
