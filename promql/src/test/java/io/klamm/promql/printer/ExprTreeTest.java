package io.klamm.promql.printer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.klamm.promql.parser.ParseException;
import io.klamm.promql.parser.ParserOptions;
import io.klamm.promql.parser.PromqlParser;
import org.junit.jupiter.api.Test;

class ExprTreeTest {

    private static final String FOO =
            "\"matchers\":[{\"name\":\"__name__\",\"type\":\"=\",\"value\":\"foo\"}],\"name\":\"foo\"";

    @Test
    void selectors() throws Exception {
        assertTree("foo{a!=\"b\"} @ 1.5 offset 5m", """
                {"anchored":false,"matchers":[{"name":"a","type":"!=","value":"b"},
                {"name":"__name__","type":"=","value":"foo"}],"name":"foo","offset":300000,"offsetExpr":null,
                "smoothed":false,"startOrEnd":null,"timestamp":1500,"type":"vectorSelector"}""");
        assertTree("foo[step()*(1m)] @ end()", "{\"anchored\":false," + FOO + """
                ,"offset":0,"offsetExpr":null,"range":0,"rangeExpr":{"lhs":{"lhs":null,"op":"step","rhs":null,
                "type":"durationExpr","wrapped":false},"op":"*","rhs":{"lhs":null,"op":"+","rhs":{"duration":true,
                "type":"numberLiteral","val":"60"},"type":"durationExpr","wrapped":true},"type":"durationExpr",
                "wrapped":false},"smoothed":false,"startOrEnd":"end","timestamp":null,"type":"matrixSelector"}""");
        assertTree("foo[1h:1m]", "{\"expr\":{\"anchored\":false," + FOO + """
                ,"offset":0,"offsetExpr":null,"smoothed":false,"startOrEnd":null,"timestamp":null,
                "type":"vectorSelector"},"offset":0,"offsetExpr":null,"range":3600000,"rangeExpr":null,
                "startOrEnd":null,"step":60000,"stepExpr":null,"timestamp":null,"type":"subquery"}""");
    }

    @Test
    void operators() throws Exception {
        assertTree("-(1) == bool 5m", """
                {"bool":true,"lhs":{"expr":{"expr":{"type":"numberLiteral","val":"1"},"type":"parenExpr"},"op":"-",
                "type":"unaryExpr"},"matching":null,"op":"==","rhs":{"type":"numberLiteral","val":"300"},
                "type":"binaryExpr"}""");
        String foo = "{\"anchored\":false," + FOO
                + ",\"offset\":0,\"offsetExpr\":null,\"smoothed\":false,\"startOrEnd\":null,\"timestamp\":null,"
                + "\"type\":\"vectorSelector\"}";
        assertTree(
                "foo / on (a) group_left (b) foo",
                "{\"bool\":false,\"lhs\":" + foo
                        + ",\"matching\":{\"card\":\"many-to-one\",\"fillValues\":{\"lhs\":null,\"rhs\":null},"
                        + "\"include\":[\"b\"],\"labels\":[\"a\"],\"on\":true},\"op\":\"/\",\"rhs\":" + foo
                        + ",\"type\":\"binaryExpr\"}");
        assertTree(
                "topk(1, foo)",
                "{\"expr\":" + foo
                        + ",\"grouping\":[],\"op\":\"topk\",\"param\":{\"type\":\"numberLiteral\",\"val\":\"1\"},"
                        + "\"type\":\"aggregation\",\"without\":false}");
        assertTree("label_join(foo, \"a\", \"b\", \"c\")", "{\"args\":[" + foo + """
                ,{"type":"stringLiteral","val":"a"},{"type":"stringLiteral","val":"b"},
                {"type":"stringLiteral","val":"c"}],"func":{"argTypes":["vector","string","string","string"],
                "name":"label_join","returnType":"vector","variadic":-1},"type":"call"}""");
    }

    private static void assertTree(String text, String json) throws ParseException, JsonProcessingException {
        String tree =
                new ObjectMapper().writeValueAsString(ExprTree.of(PromqlParser.parse(text, ParserOptions.EVERYTHING)));
        assertThat(tree).isEqualTo(json.replace("\n", ""));
    }
}
