package io.klamm.promql.script;

import io.klamm.model.series.Labels;
import io.klamm.promql.parser.Feature;
import io.klamm.promql.parser.ParseException;
import io.klamm.promql.parser.PromqlParser;
import io.klamm.promql.parser.SeriesDescription;
import io.klamm.promql.parser.SeriesDescription.Kind;
import io.klamm.promql.parser.SeriesDescription.Value;
import io.klamm.promql.parser.SeriesDescriptionParser;
import java.util.List;
import java.util.Optional;

/**
 * A series as a script writes it: {@code up{job="kafka"} 0 1x3}.
 *
 * @param startTimes whether the line has the start times of samples instead of their values
 * @param values one for each step
 */
record SeriesLine(Labels labels, boolean startTimes, List<Value> values) {

    static SeriesLine parse(String text, int line) throws ScriptException {
        try {
            return parse(text);
        } catch (ParseException e) {
            throw new ScriptException(line, "series " + text + ": " + e.getMessage());
        }
    }

    private static SeriesLine parse(String text) throws ParseException {
        try {
            SeriesDescription series = SeriesDescriptionParser.parse(text);
            return new SeriesLine(series.labels(), false, series.values());
        } catch (ParseException e) {
            if (e.error().missing().equals(Optional.of(Feature.START_TIMESTAMPS))) {
                String metric = text.substring(0, e.error().span().start());
                return new SeriesLine(PromqlParser.parseMetric(metric), true, List.of());
            }
            throw e;
        }
    }

    /** How many steps there are. */
    int size() {
        return values.size();
    }

    /** Whether there is a number at a step. */
    boolean number(int step) {
        Kind kind = values.get(step).kind();
        return kind == Kind.FLOAT || kind == Kind.STALE;
    }

    boolean histogram(int step) {
        return values.get(step).kind() == Kind.HISTOGRAM;
    }

    boolean anyHistogram() {
        return values.stream().anyMatch(value -> value.kind() == Kind.HISTOGRAM);
    }

    double value(int step) {
        return values.get(step).number();
    }
}
