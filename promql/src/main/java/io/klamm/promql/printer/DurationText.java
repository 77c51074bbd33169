package io.klamm.promql.printer;

import io.klamm.model.series.GoFloat;
import io.klamm.promql.ast.DurationExpr;
import io.klamm.promql.ast.Durations;

/** Writes the arithmetic of lengths of time. */
final class DurationText {

    private DurationText() {}

    static String write(DurationExpr duration) {
        StringBuilder out = new StringBuilder();
        write(duration, out);
        return out.toString();
    }

    private static void write(DurationExpr duration, StringBuilder out) {
        if (duration instanceof DurationExpr.Literal literal) {
            out.append(
                    literal.duration()
                            ? Durations.format(literal.literalMillis())
                            : GoFloat.format(literal.seconds(), GoFloat.Form.PLAIN));
        } else if (duration instanceof DurationExpr.QueryTime query) {
            out.append(query.kind().word()).append("()");
        } else if (duration instanceof DurationExpr.Paren paren) {
            out.append('(');
            write(paren.inner(), out);
            out.append(')');
        } else if (duration instanceof DurationExpr.Pick pick) {
            out.append(pick.word()).append('(');
            write(pick.one(), out);
            out.append(", ");
            write(pick.other(), out);
            out.append(')');
        } else if (duration instanceof DurationExpr.Operation operation) {
            operation(operation, out);
        }
    }

    private static void operation(DurationExpr.Operation operation, StringBuilder out) {
        DurationExpr lhs = operation.lhs();
        if (lhs == null) {
            out.append(operation.op().sign());
        } else {
            write(lhs, out);
            out.append(' ').append(operation.op().sign()).append(' ');
        }
        write(operation.rhs(), out);
    }
}
