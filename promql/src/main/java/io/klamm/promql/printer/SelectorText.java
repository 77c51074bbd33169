package io.klamm.promql.printer;

import io.klamm.model.series.LabelText;
import io.klamm.model.series.Labels;
import io.klamm.promql.ast.AtTime;
import io.klamm.promql.ast.DurationExpr;
import io.klamm.promql.ast.Durations;
import io.klamm.promql.ast.MatrixSelector;
import io.klamm.promql.ast.SubqueryExpr;
import io.klamm.promql.ast.TimeModifier;
import io.klamm.promql.ast.VectorSelector;
import io.klamm.promql.ast.WindowMode;
import io.klamm.storage.MatchType;
import io.klamm.storage.Matcher;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Writes selectors of series with all that may follow them. */
final class SelectorText {

    private SelectorText() {}

    static void vector(VectorSelector selector, StringBuilder out) {
        series(selector, out);
        at(selector.time(), out);
        window(selector.window(), out);
        offset(selector.time(), out);
    }

    static void matrix(MatrixSelector matrix, StringBuilder out) {
        VectorSelector selector = matrix.selector();
        series(selector, out);
        out.append('[').append(length(matrix.range())).append(']');
        window(selector.window(), out);
        at(selector.time(), out);
        offset(selector.time(), out);
    }

    /** What follows a subquery's expression: {@code [1h:5m] @ 60.000 offset 1d}. */
    static void suffix(SubqueryExpr subquery, StringBuilder out) {
        DurationExpr step = subquery.step();
        out.append('[').append(length(subquery.range())).append(':');
        out.append(step == null ? "" : length(step)).append(']');
        at(subquery.time(), out);
        offset(subquery.time(), out);
    }

    private static void series(VectorSelector selector, StringBuilder out) {
        List<String> conditions = selector.matchers().stream()
                .filter(matcher -> !names(matcher, selector.name()))
                .map(Matcher::toString)
                .sorted()
                .toList();
        boolean quoted = !LabelText.isClassicMetricName(selector.name())
                && !selector.name().isEmpty();
        out.append(quoted ? "" : selector.name());
        if (quoted || !conditions.isEmpty()) {
            out.append('{').append(quoted ? LabelText.quote(selector.name()) : "");
            out.append(quoted && !conditions.isEmpty() ? "," : "");
            out.append(String.join(",", conditions)).append('}');
        }
    }

    /** Whether the condition says no more than the name before the braces. */
    private static boolean names(Matcher matcher, String name) {
        return matcher.type() == MatchType.EQUAL
                && matcher.name().equals(Labels.NAME)
                && matcher.value().equals(name)
                && !name.isEmpty();
    }

    private static void window(WindowMode window, StringBuilder out) {
        if (window != WindowMode.EXACT) {
            out.append(' ').append(window.keyword());
        }
    }

    private static void at(TimeModifier time, StringBuilder out) {
        if (time.at() instanceof AtTime.Bound bound) {
            out.append(" @ ").append(bound.word()).append("()");
        } else if (time.at() instanceof AtTime.Fixed fixed) {
            BigDecimal seconds = new BigDecimal(fixed.millis() / 1000.0).setScale(3, RoundingMode.HALF_EVEN);
            out.append(" @ ").append(seconds.toPlainString());
        }
    }

    private static void offset(TimeModifier time, StringBuilder out) {
        DurationExpr offset = time.offset();
        if (offset != null) {
            out.append(" offset ").append(length(offset));
        }
    }

    /** A length that stands alone is written as a duration, however it was written; within an expression numbers stay numbers. */
    private static String length(DurationExpr duration) {
        return duration instanceof DurationExpr.Literal
                ? Durations.format(duration.literalMillis())
                : DurationText.write(duration);
    }
}
