package io.klamm.promql.printer;

import io.klamm.model.series.GoFloat;
import io.klamm.promql.ast.AggregateExpr;
import io.klamm.promql.ast.AtTime;
import io.klamm.promql.ast.BinaryExpr;
import io.klamm.promql.ast.Call;
import io.klamm.promql.ast.DurationExpr;
import io.klamm.promql.ast.Expr;
import io.klamm.promql.ast.Function;
import io.klamm.promql.ast.MatrixSelector;
import io.klamm.promql.ast.NumberLiteral;
import io.klamm.promql.ast.ParenExpr;
import io.klamm.promql.ast.StepInvariantExpr;
import io.klamm.promql.ast.StringLiteral;
import io.klamm.promql.ast.SubqueryExpr;
import io.klamm.promql.ast.TimeModifier;
import io.klamm.promql.ast.UnaryExpr;
import io.klamm.promql.ast.ValueType;
import io.klamm.promql.ast.VectorMatching;
import io.klamm.promql.ast.VectorSelector;
import io.klamm.promql.ast.WindowMode;
import io.klamm.storage.Matcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An expression as maps, lists, texts, longs, booleans and null, in the shape of Prometheus's {@code parse_query}. Keys are sorted.
 */
public final class ExprTree {

    private ExprTree() {}

    /** The tree of an expression; every map in it has a {@code type}. */
    public static Map<String, @Nullable Object> of(Expr expr) {
        if (expr instanceof AggregateExpr aggregate) {
            return aggregation(aggregate);
        }
        if (expr instanceof BinaryExpr binary) {
            return binary(binary);
        }
        if (expr instanceof Call call) {
            return call(call);
        }
        if (expr instanceof MatrixSelector matrix) {
            return matrix(matrix);
        }
        if (expr instanceof VectorSelector vector) {
            return selector(vector, "vectorSelector");
        }
        if (expr instanceof SubqueryExpr sub) {
            return subquery(sub);
        }
        return simple(expr);
    }

    private static Map<String, @Nullable Object> simple(Expr expr) {
        if (expr instanceof NumberLiteral number) {
            Map<String, @Nullable Object> tree = tree("numberLiteral");
            tree.put("val", GoFloat.format(number.value(), GoFloat.Form.PLAIN));
            return tree;
        }
        if (expr instanceof StringLiteral string) {
            Map<String, @Nullable Object> tree = tree("stringLiteral");
            tree.put("val", string.value());
            return tree;
        }
        if (expr instanceof UnaryExpr unary) {
            Map<String, @Nullable Object> tree = tree("unaryExpr");
            tree.put("op", unary.sign());
            tree.put("expr", of(unary.expr()));
            return tree;
        }
        if (expr instanceof StepInvariantExpr constant) {
            return of(constant.expr());
        }
        Map<String, @Nullable Object> tree = tree("parenExpr");
        tree.put("expr", of(((ParenExpr) expr).expr()));
        return tree;
    }

    private static Map<String, @Nullable Object> aggregation(AggregateExpr aggregate) {
        Map<String, @Nullable Object> tree = tree("aggregation");
        tree.put("op", aggregate.op().word());
        tree.put("expr", of(aggregate.expr()));
        tree.put("param", aggregate.param() == null ? null : of(aggregate.param()));
        tree.put("grouping", aggregate.grouping());
        tree.put("without", aggregate.without());
        return tree;
    }

    private static Map<String, @Nullable Object> binary(BinaryExpr binary) {
        Map<String, @Nullable Object> tree = tree("binaryExpr");
        tree.put("op", binary.op().sign());
        tree.put("lhs", of(binary.lhs()));
        tree.put("rhs", of(binary.rhs()));
        tree.put("matching", binary.matching() == null ? null : matching(binary.matching()));
        tree.put("bool", binary.returnBool());
        return tree;
    }

    private static Map<String, @Nullable Object> matching(VectorMatching matching) {
        Map<String, @Nullable Object> fill = new TreeMap<>();
        fill.put("lhs", matching.fillLeft());
        fill.put("rhs", matching.fillRight());
        Map<String, @Nullable Object> tree = new TreeMap<>();
        tree.put("card", matching.cardinality().words());
        tree.put("labels", matching.labels());
        tree.put("on", matching.on());
        tree.put("include", matching.include());
        tree.put("fillValues", fill);
        return tree;
    }

    private static Map<String, @Nullable Object> call(Call call) {
        Function function = call.function();
        Map<String, @Nullable Object> signature = new TreeMap<>();
        signature.put("name", function.name());
        signature.put("argTypes", function.args().stream().map(ValueType::tag).toList());
        signature.put("variadic", (long) function.variadic());
        signature.put("returnType", function.returns().tag());
        Map<String, @Nullable Object> tree = tree("call");
        tree.put("func", signature);
        List<Map<String, @Nullable Object>> args = new ArrayList<>();
        for (Expr arg : call.args()) {
            args.add(of(arg));
        }
        tree.put("args", args);
        return tree;
    }

    private static Map<String, @Nullable Object> selector(VectorSelector selector, String type) {
        Map<String, @Nullable Object> tree = tree(type);
        tree.put("name", selector.name());
        tree.put("matchers", selector.matchers().stream().map(ExprTree::matcher).toList());
        tree.put("anchored", selector.window() == WindowMode.ANCHORED);
        tree.put("smoothed", selector.window() == WindowMode.SMOOTHED);
        time(selector.time(), tree);
        return tree;
    }

    private static Map<String, @Nullable Object> matcher(Matcher matcher) {
        Map<String, @Nullable Object> tree = tree(matcher.type().sign());
        tree.put("name", matcher.name());
        tree.put("value", matcher.value());
        return tree;
    }

    private static Map<String, @Nullable Object> matrix(MatrixSelector matrix) {
        Map<String, @Nullable Object> tree = selector(matrix.selector(), "matrixSelector");
        length("range", matrix.range(), tree);
        return tree;
    }

    private static Map<String, @Nullable Object> subquery(SubqueryExpr sub) {
        Map<String, @Nullable Object> tree = tree("subquery");
        tree.put("expr", of(sub.expr()));
        length("range", sub.range(), tree);
        length("step", sub.step(), tree);
        time(sub.time(), tree);
        return tree;
    }

    private static void time(TimeModifier time, Map<String, @Nullable Object> tree) {
        length("offset", time.offset(), tree);
        tree.put("timestamp", time.at() instanceof AtTime.Fixed fixed ? fixed.millis() : null);
        tree.put("startOrEnd", time.at() instanceof AtTime.Bound bound ? bound.word() : null);
    }

    /** A length in milliseconds if it is written out, and as a tree of its own if it is computed. */
    private static void length(String name, @Nullable DurationExpr length, Map<String, @Nullable Object> tree) {
        boolean literal = length instanceof DurationExpr.Literal;
        tree.put(name, length != null && literal ? length.literalMillis() : 0L);
        tree.put(name + "Expr", length == null || literal ? null : duration(length, false));
    }

    private static Map<String, @Nullable Object> duration(DurationExpr duration, boolean wrapped) {
        if (duration instanceof DurationExpr.Paren paren) {
            return paren.inner() instanceof DurationExpr.Literal literal
                    ? operation("+", null, duration(literal, false), true)
                    : duration(paren.inner(), true);
        }
        if (duration instanceof DurationExpr.QueryTime query) {
            return operation(query.kind().word(), null, null, wrapped);
        }
        if (duration instanceof DurationExpr.Pick pick) {
            return operation(pick.word(), duration(pick.one(), false), duration(pick.other(), false), wrapped);
        }
        if (duration instanceof DurationExpr.Operation op) {
            DurationExpr lhs = op.lhs();
            return operation(
                    op.op().sign(), lhs == null ? null : duration(lhs, false), duration(op.rhs(), false), wrapped);
        }
        DurationExpr.Literal literal = (DurationExpr.Literal) duration;
        Map<String, @Nullable Object> tree = tree("numberLiteral");
        tree.put("val", GoFloat.format(literal.seconds(), GoFloat.Form.PLAIN));
        tree.put("duration", literal.duration());
        return tree;
    }

    private static Map<String, @Nullable Object> operation(
            String op, @Nullable Object lhs, @Nullable Object rhs, boolean wrapped) {
        Map<String, @Nullable Object> tree = tree("durationExpr");
        tree.put("op", op);
        tree.put("lhs", lhs);
        tree.put("rhs", rhs);
        tree.put("wrapped", wrapped);
        return tree;
    }

    private static Map<String, @Nullable Object> tree(String type) {
        Map<String, @Nullable Object> tree = new TreeMap<>();
        tree.put("type", type);
        return tree;
    }
}
