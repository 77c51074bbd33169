package io.klamm.web.prometheus;

import io.klamm.promql.engine.Explain;
import io.klamm.promql.engine.QueryResult;
import io.klamm.promql.parser.ParseException;
import io.klamm.promql.parser.PromqlParser;
import io.klamm.promql.printer.ExprTree;
import java.util.Locale;

/** Writes what each part of a query cost: {@code {"status":"success","data":{"node":...},"totals":...}}. */
final class ExplainJson {

    private ExplainJson() {}

    static PrometheusAnswer answer(QueryResult result) {
        JsonBytes json = new JsonBytes().raw("{\"status\":\"success\",\"data\":{\"node\":");
        if (result.explain().isPresent()) {
            node(json, result.explain().get());
        } else {
            json.raw("null");
        }
        json.raw("},\"totals\":{\"samples\":")
                .number(result.stats().samplesRead())
                .raw(",\"peakSamples\":")
                .number(result.stats().peakSamples())
                .raw(",\"millis\":")
                .raw(millis(result.stats().evalNanos()))
                .raw("}}");
        return PrometheusAnswer.json(200, json);
    }

    private static void node(JsonBytes json, Explain part) {
        json.raw("{\"text\":")
                .text(part.node())
                .raw(",\"kind\":")
                .text(kind(part.node()))
                .raw(",\"series\":")
                .number(part.series())
                .raw(",\"samples\":")
                .number(part.samples())
                .raw(",\"millis\":")
                .raw(millis(part.nanos()))
                .raw(",\"children\":");
        TargetAnswers.array(json, part.children(), ExplainJson::node);
        json.raw('}');
    }

    /** What kind of expression a part is, in the words of {@code /parse_query}; empty for one that only the engine writes so. */
    private static String kind(String text) {
        try {
            return String.valueOf(ExprTree.of(PromqlParser.parse(text)).get("type"));
        } catch (ParseException e) {
            return "";
        }
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.3f", nanos / 1e6);
    }
}
