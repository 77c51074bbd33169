package io.klamm.promql.printer;

import io.klamm.promql.ast.AggregateExpr;
import io.klamm.promql.ast.BinaryExpr;
import io.klamm.promql.ast.Call;
import io.klamm.promql.ast.Expr;
import io.klamm.promql.ast.ParenExpr;
import io.klamm.promql.ast.StepInvariantExpr;
import io.klamm.promql.ast.SubqueryExpr;
import io.klamm.promql.ast.UnaryExpr;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes an expression for people, as Prometheus's {@code format_query}: what is longer than 100 bytes is split over lines and indented by two. */
public final class PrettyPrinter {

    private static final int LONGEST_LINE = 100;
    private static final String INDENT = "  ";

    private PrettyPrinter() {}

    public static String print(Expr expr) {
        return pretty(expr, 0);
    }

    private static String pretty(Expr expr, int level) {
        if (expr instanceof StepInvariantExpr constant) {
            return pretty(constant.expr(), level);
        }
        String line = ExprPrinter.print(expr, LONGEST_LINE);
        // only the length of the whole counts, not where on the line it begins
        boolean fits = line.getBytes(StandardCharsets.UTF_8).length <= LONGEST_LINE;
        if (expr instanceof UnaryExpr unary) {
            return indent(level) + unary.sign() + pretty(unary.expr(), level).strip();
        }
        if (expr instanceof SubqueryExpr subquery) {
            return fits ? line : pretty(subquery.expr(), level) + suffix(subquery);
        }
        return fits ? indent(level) + line : split(expr, level);
    }

    private static String split(Expr expr, int level) {
        String indent = indent(level);
        if (expr instanceof AggregateExpr aggregate) {
            return indent + ExprPrinter.head(aggregate) + brackets(aggregate.children(), level);
        }
        if (expr instanceof BinaryExpr binary) {
            return pretty(binary.lhs(), level + 1)
                    + "\n" + indent + ExprPrinter.operator(binary) + "\n"
                    + pretty(binary.rhs(), level + 1);
        }
        if (expr instanceof Call call) {
            return indent + call.function().name() + brackets(call.args(), level);
        }
        return expr instanceof ParenExpr paren
                ? indent + brackets(List.of(paren.expr()), level)
                : indent + ExprPrinter.print(expr);
    }

    private static String brackets(List<Expr> inner, int level) {
        StringBuilder text = new StringBuilder("(\n");
        for (int i = 0; i < inner.size(); i++) {
            text.append(i == 0 ? "" : ",\n").append(pretty(inner.get(i), level + 1));
        }
        return text.append('\n').append(indent(level)).append(')').toString();
    }

    private static String suffix(SubqueryExpr subquery) {
        StringBuilder suffix = new StringBuilder();
        SelectorText.suffix(subquery, suffix);
        return suffix.toString();
    }

    private static String indent(int level) {
        return INDENT.repeat(level);
    }
}
