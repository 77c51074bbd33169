package io.klamm.promql.ast;

import io.klamm.model.series.Labels;
import io.klamm.storage.MatchType;
import io.klamm.storage.Matcher;
import java.util.List;

/**
 * The newest sample of every series that meets all conditions: {@code up{job="kafka"} @ 60 offset 5m}.
 *
 * @param name the metric's name where it is written before the braces, else empty; it is among the matchers too
 * @param matchers all conditions, the one on the name included
 * @param time by how much and to when the evaluation time is moved
 * @param window how samples at the edges of a range are taken
 */
public record VectorSelector(Span position, String name, List<Matcher> matchers, TimeModifier time, WindowMode window)
        implements Expr {

    public VectorSelector {
        matchers = List.copyOf(matchers);
    }

    /** A selector at the evaluation time. */
    public VectorSelector(Span position, String name, List<Matcher> matchers) {
        this(position, name, matchers, TimeModifier.NONE, WindowMode.EXACT);
    }

    /** The metric's name where one condition demands it, written before the braces or within; else empty. */
    public String metricName() {
        for (Matcher matcher : matchers) {
            if (matcher.type() == MatchType.EQUAL && matcher.name().equals(Labels.NAME)) {
                return matcher.value();
            }
        }
        return "";
    }

    @Override
    public ValueType type() {
        return ValueType.VECTOR;
    }

    @Override
    public List<Expr> children() {
        return List.of();
    }
}
