package io.klamm.promql.engine;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.klamm.model.series.Labels;
import io.klamm.promql.ast.Expr;
import io.klamm.promql.operator.Head;
import io.klamm.promql.value.ErrorKind;
import io.klamm.promql.value.QueryException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Plans {@code label_replace} and {@code label_join}. */
final class RelabelPlanner {

    private final LabelNames names;

    RelabelPlanner(LabelNames names) {
        this.names = names;
    }

    /** {@code label_replace(vector, destination, replacement, source, expression)}. */
    UnaryOperator<Head> replace(List<Expr> args) {
        String destination = destination(args, "label_replace");
        Template template = new Template(Planner.string(args.get(2)).value());
        String source = Planner.string(args.get(3)).value();
        Pattern pattern = pattern(Planner.string(args.get(4)).value());
        Map<String, Optional<String>> known = new HashMap<>();
        return head -> known.computeIfAbsent(head.labels().get(source), value -> template.expand(pattern, value))
                .map(value -> with(head, destination, value))
                .orElse(head);
    }

    /** {@code label_join(vector, destination, separator, source...)}. */
    UnaryOperator<Head> join(List<Expr> args) {
        List<String> sources = new ArrayList<>();
        for (Expr arg : args.subList(3, args.size())) {
            sources.add(names.valid(
                    Planner.string(arg), quoted -> "invalid source label name in label_join(): " + unquoted(quoted)));
        }
        String destination = destination(args, "label_join");
        String separator = Planner.string(args.get(2)).value();
        return head -> {
            List<String> values =
                    sources.stream().map(name -> head.labels().get(name)).toList();
            return with(head, destination, String.join(separator, values));
        };
    }

    private String destination(List<Expr> args, String function) {
        return names.valid(
                Planner.string(args.get(1)),
                quoted -> "invalid destination label name in " + function + "(): " + unquoted(quoted));
    }

    private static String unquoted(String quoted) {
        return quoted.substring(1, quoted.length() - 1);
    }

    private static Pattern pattern(String expression) {
        try {
            return Pattern.compile("^(?s:" + expression + ")$");
        } catch (PatternSyntaxException e) {
            throw new QueryException(
                    ErrorKind.EXECUTION, "invalid regular expression in label_replace(): " + expression, e);
        }
    }

    /** A name that is set is there to stay. */
    private static Head with(Head head, String label, String value) {
        boolean dropName = head.dropName() && !label.equals(Labels.NAME);
        return new Head(head.labels().with(label, value), dropName);
    }
}
