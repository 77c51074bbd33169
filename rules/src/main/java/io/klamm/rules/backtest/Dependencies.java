package io.klamm.rules.backtest;

import io.klamm.model.series.Labels;
import io.klamm.promql.ast.Expr;
import io.klamm.promql.ast.VectorSelector;
import io.klamm.promql.parser.ParseException;
import io.klamm.promql.parser.ParserOptions;
import io.klamm.promql.parser.PromqlParser;
import io.klamm.rules.file.RecordingRule;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts recording rules into an order in which each comes after those whose series it reads. Where they read each other, the order of the file is kept. */
final class Dependencies {

    private final Collection<RecordingRule> rules;
    private final Map<RecordingRule, Expr> expressions = new HashMap<>();
    private final Set<RecordingRule> ordered = new LinkedHashSet<>();
    private final Set<RecordingRule> begun = new LinkedHashSet<>();

    private Dependencies(Collection<RecordingRule> rules) {
        this.rules = rules;
        rules.forEach(rule -> expressions.put(rule, parsed(rule)));
    }

    static List<RecordingRule> ordered(Collection<RecordingRule> rules) {
        Dependencies dependencies = new Dependencies(rules);
        rules.forEach(dependencies::visit);
        return List.copyOf(dependencies.ordered);
    }

    private static Expr parsed(RecordingRule rule) {
        try {
            return PromqlParser.parse(rule.expr(), ParserOptions.EVERYTHING);
        } catch (ParseException e) {
            throw new IllegalArgumentException("rule " + rule.name() + ": " + e.getMessage(), e);
        }
    }

    private void visit(RecordingRule rule) {
        if (begun.add(rule)) {
            Expr expr = expressions.get(rule);
            rules.stream()
                    .filter(other -> expr != null && reads(expr, other.name()))
                    .forEach(this::visit);
            ordered.add(rule);
        }
    }

    private static boolean reads(Expr expr, String metric) {
        if (expr instanceof VectorSelector selector) {
            return selector.matchers().stream()
                    .filter(matcher -> matcher.name().equals(Labels.NAME))
                    .allMatch(matcher -> matcher.matches(metric));
        }
        return expr.children().stream().anyMatch(child -> reads(child, metric));
    }
}
