package io.klamm.promql.printer;

import io.klamm.model.series.GoFloat;
import io.klamm.model.series.LabelText;
import io.klamm.promql.ast.AggregateExpr;
import io.klamm.promql.ast.BinaryExpr;
import io.klamm.promql.ast.Call;
import io.klamm.promql.ast.Durations;
import io.klamm.promql.ast.Expr;
import io.klamm.promql.ast.MatrixSelector;
import io.klamm.promql.ast.NumberLiteral;
import io.klamm.promql.ast.ParenExpr;
import io.klamm.promql.ast.StepInvariantExpr;
import io.klamm.promql.ast.StringLiteral;
import io.klamm.promql.ast.SubqueryExpr;
import io.klamm.promql.ast.UnaryExpr;
import io.klamm.promql.ast.VectorMatching;
import io.klamm.promql.ast.VectorMatching.Cardinality;
import io.klamm.promql.ast.VectorSelector;
import java.util.List;

/** Writes an expression on one line, in the normal form that Prometheus writes: what is printed parses to the same tree. */
public final class ExprPrinter {

    private final StringBuilder out = new StringBuilder();
    private final int limit;

    private ExprPrinter(int limit) {
        this.limit = limit;
    }

    public static String print(Expr expr) {
        return print(expr, Integer.MAX_VALUE);
    }

    /** The expression on one line, or where that is longer than so many chars, no more of it than shows that. */
    static String print(Expr expr, int limit) {
        ExprPrinter printer = new ExprPrinter(limit);
        printer.write(expr);
        return printer.out.toString();
    }

    private void write(Expr expr) {
        if (out.length() > limit) {
            return;
        }
        if (expr instanceof AggregateExpr aggregate) {
            aggregation(aggregate);
        } else if (expr instanceof BinaryExpr binary) {
            binary(binary);
        } else if (expr instanceof Call call) {
            out.append(call.function().name());
            arguments(call.args());
        } else if (expr instanceof ParenExpr paren) {
            arguments(List.of(paren.expr()));
        } else if (expr instanceof UnaryExpr unary) {
            out.append(unary.sign());
            write(unary.expr());
        } else if (expr instanceof StepInvariantExpr constant) {
            write(constant.expr());
        } else if (expr instanceof SubqueryExpr subquery) {
            write(subquery.expr());
            SelectorText.suffix(subquery, out);
        } else {
            leaf(expr);
        }
    }

    private void leaf(Expr expr) {
        if (expr instanceof NumberLiteral number) {
            out.append(number(number));
        } else if (expr instanceof StringLiteral string) {
            out.append(LabelText.quote(string.value()));
        } else if (expr instanceof VectorSelector selector) {
            SelectorText.vector(selector, out);
        } else if (expr instanceof MatrixSelector matrix) {
            SelectorText.matrix(matrix, out);
        }
    }

    private static String number(NumberLiteral number) {
        return number.duration()
                ? Durations.format((long) (number.value() * 1e9) / 1_000_000)
                : GoFloat.format(number.value(), GoFloat.Form.PLAIN);
    }

    private void arguments(List<Expr> args) {
        out.append('(');
        for (int i = 0; i < args.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            write(args.get(i));
        }
        out.append(')');
    }

    private void aggregation(AggregateExpr aggregate) {
        out.append(head(aggregate));
        arguments(aggregate.children());
    }

    private void binary(BinaryExpr binary) {
        write(binary.lhs());
        out.append(' ').append(operator(binary)).append(' ');
        write(binary.rhs());
    }

    /** What stands before the brackets: {@code sum by (topic) }. */
    static String head(AggregateExpr aggregate) {
        StringBuilder head = new StringBuilder(aggregate.op().word());
        if (aggregate.without() || !aggregate.grouping().isEmpty()) {
            head.append(aggregate.without() ? " without (" : " by (");
            labels(aggregate.grouping(), head);
            head.append(") ");
        }
        return head.toString();
    }

    /** What stands between two sides: {@code == bool on (topic) group_left ()}. */
    static String operator(BinaryExpr binary) {
        StringBuilder text = new StringBuilder(binary.op().sign()).append(binary.returnBool() ? " bool" : "");
        VectorMatching matching = binary.matching();
        if (matching != null) {
            matching(matching, text);
            fill(matching, text);
        }
        return text.toString();
    }

    private static void matching(VectorMatching matching, StringBuilder text) {
        boolean left = matching.cardinality() == Cardinality.MANY_TO_ONE;
        boolean grouped = left || matching.cardinality() == Cardinality.ONE_TO_MANY;
        if (grouped || matching.on() || !matching.labels().isEmpty()) {
            text.append(matching.on() ? " on (" : " ignoring (");
            labels(matching.labels(), text);
            text.append(')');
        }
        if (grouped) {
            text.append(left ? " group_left (" : " group_right (");
            labels(matching.include(), text);
            text.append(')');
        }
    }

    private static void fill(VectorMatching matching, StringBuilder text) {
        Double left = matching.fillLeft();
        Double right = matching.fillRight();
        if (left != null && left.equals(right)) {
            text.append(" fill (").append(fillValue(left)).append(')');
            return;
        }
        if (left != null) {
            text.append(" fill_left (").append(fillValue(left)).append(')');
        }
        if (right != null) {
            text.append(" fill_right (").append(fillValue(right)).append(')');
        }
    }

    private static String fillValue(double value) {
        return GoFloat.format(value, GoFloat.Form.GENERAL);
    }

    private static void labels(List<String> labels, StringBuilder out) {
        for (int i = 0; i < labels.size(); i++) {
            String label = labels.get(i);
            out.append(i == 0 ? "" : ", ").append(LabelText.isClassicLabelName(label) ? label : LabelText.quote(label));
        }
    }
}
