package io.klamm.promql.parser;

import io.klamm.model.series.Labels;
import io.klamm.promql.ast.AggregateExpr;
import io.klamm.promql.ast.Aggregator;
import io.klamm.promql.ast.AtTime;
import io.klamm.promql.ast.BinaryExpr;
import io.klamm.promql.ast.BinaryOp;
import io.klamm.promql.ast.Call;
import io.klamm.promql.ast.DurationExpr;
import io.klamm.promql.ast.Expr;
import io.klamm.promql.ast.Function;
import io.klamm.promql.ast.Functions;
import io.klamm.promql.ast.MatrixSelector;
import io.klamm.promql.ast.NumberLiteral;
import io.klamm.promql.ast.ParenExpr;
import io.klamm.promql.ast.Span;
import io.klamm.promql.ast.StringLiteral;
import io.klamm.promql.ast.SubqueryExpr;
import io.klamm.promql.ast.TimeModifier;
import io.klamm.promql.ast.UnaryExpr;
import io.klamm.promql.ast.ValueType;
import io.klamm.promql.ast.VectorMatching;
import io.klamm.promql.ast.VectorMatching.Cardinality;
import io.klamm.promql.ast.VectorSelector;
import io.klamm.promql.ast.WindowMode;
import io.klamm.storage.MatchType;
import io.klamm.storage.Matcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes trees that a parser could have made, of every kind of node. */
final class RandomExpr {

    private static final Span NOWHERE = new Span(0, 0);
    private static final int DEEPEST = 4;
    private static final List<String> NAMES = List.of("lag", "up", "a:b", "sum", "by", "offset", "start", "fill", "_");
    private static final List<String> LABELS = List.of("topic", "le", "on", "group_left", "a.b", "x y", "한글");
    private static final List<String> TEXTS =
            List.of("", "kafka", "a\"b", "a\\b", "line\nend", "\u0000\u00ff", "😀", "`'");

    private final Random random;

    RandomExpr(Random random) {
        this.random = random;
    }

    Expr any() {
        return switch (random.nextInt(8)) {
            case 0 -> scalar(0);
            case 1 -> matrix(0);
            case 2 -> text();
            default -> vector(0);
        };
    }

    private Expr of(ValueType type, int depth) {
        return switch (type) {
            case SCALAR -> scalar(depth);
            case VECTOR -> vector(depth);
            case MATRIX -> matrix(depth);
            case STRING -> text();
        };
    }

    private Expr text() {
        return new StringLiteral(NOWHERE, oneOf(TEXTS));
    }

    private NumberLiteral number() {
        return switch (random.nextInt(4)) {
            case 0 -> new NumberLiteral(NOWHERE, random.nextInt(100_000) * 1.0, true);
            case 1 -> new NumberLiteral(NOWHERE, random.nextGaussian() * 1e9, false);
            case 2 ->
                new NumberLiteral(
                        NOWHERE,
                        oneOf(List.of(0.0, Double.POSITIVE_INFINITY, Double.NaN, 1e30, Double.MIN_VALUE)),
                        false);
            default -> new NumberLiteral(NOWHERE, random.nextInt(100) - 50, false);
        };
    }

    private Expr scalar(int depth) {
        return switch (depth > DEEPEST ? 0 : random.nextInt(5)) {
            case 1 -> new ParenExpr(NOWHERE, scalar(depth + 1));
            case 2 -> call(ValueType.SCALAR, depth);
            case 3 -> binary(ValueType.SCALAR, depth);
            case 4 -> new UnaryExpr(NOWHERE, random.nextBoolean(), new ParenExpr(NOWHERE, scalar(depth + 1)));
            default -> number();
        };
    }

    private Expr vector(int depth) {
        return switch (depth > DEEPEST ? 0 : random.nextInt(7)) {
            case 1 -> new ParenExpr(NOWHERE, vector(depth + 1));
            case 2 -> call(ValueType.VECTOR, depth);
            case 3, 4 -> binary(ValueType.VECTOR, depth);
            case 5 -> new UnaryExpr(NOWHERE, random.nextBoolean(), operand(vector(depth + 1), 6));
            case 6 -> aggregation(depth);
            default -> selector(time());
        };
    }

    private Expr matrix(int depth) {
        if (depth > DEEPEST || random.nextBoolean()) {
            return new MatrixSelector(NOWHERE, selector(time()), length());
        }
        DurationExpr step = random.nextBoolean() ? null : length();
        return new SubqueryExpr(NOWHERE, operand(vector(depth + 1), 7), length(), step, time());
    }

    private Call call(ValueType type, int depth) {
        List<Function> fitting = Functions.all().stream()
                .filter(function ->
                        function.returns() == type && !function.name().equals("info"))
                .toList();
        Function function = oneOf(fitting);
        int most = Math.min(function.maxArgs(), function.minArgs() + 2);
        int count = function.minArgs() + random.nextInt(most - function.minArgs() + 1);
        List<Expr> args = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            args.add(of(function.argType(i), depth + 1));
        }
        return new Call(NOWHERE, function, args);
    }

    private AggregateExpr aggregation(int depth) {
        Aggregator op = oneOf(List.of(Aggregator.values()));
        ValueType paramType = op.paramType();
        Expr param = paramType == null ? null : of(paramType, depth + 1);
        List<String> grouping = labels();
        // by () is the same as nothing, and printed as nothing
        boolean without = random.nextInt(3) == 0;
        return new AggregateExpr(NOWHERE, op, vector(depth + 1), param, grouping, without);
    }

    private BinaryExpr binary(ValueType type, int depth) {
        BinaryOp op;
        do {
            op = oneOf(List.of(BinaryOp.values()));
        } while (type == ValueType.SCALAR && op.kind() == BinaryOp.Kind.SET);
        boolean scalars = type == ValueType.SCALAR;
        boolean vectors = !scalars && (op.set() || random.nextInt(3) > 0);
        boolean scalarLeft = scalars || (!vectors && random.nextBoolean());
        Expr left = of(scalarLeft ? ValueType.SCALAR : ValueType.VECTOR, depth + 1);
        Expr right = of(scalars || (!vectors && !scalarLeft) ? ValueType.SCALAR : ValueType.VECTOR, depth + 1);
        boolean returnBool = op.comparison() && (scalars || random.nextBoolean());
        int precedence = op.precedence();
        Expr lhs = operand(left, op.rightAssociative() ? precedence + 1 : precedence);
        Expr rhs = operand(right, op.rightAssociative() ? precedence : precedence + 1);
        return new BinaryExpr(op, lhs, rhs, vectors ? matching(op.set()) : null, returnBool);
    }

    /** The expression, in brackets if it would not stay in one piece in a place that binds so tightly. */
    private static Expr operand(Expr expr, int tightest) {
        boolean loose = expr instanceof BinaryExpr binary && binary.op().precedence() < tightest;
        boolean signed = expr instanceof UnaryExpr || expr instanceof NumberLiteral;
        return loose || signed || (tightest > 6 && expr instanceof BinaryExpr) || endsOpen(expr)
                ? new ParenExpr(NOWHERE, expr)
                : expr;
    }

    /** A sign takes powers to its right, and an offset in brackets takes operators before numbers, wherever they stand. */
    private static boolean endsOpen(Expr expr) {
        if (expr instanceof BinaryExpr binary) {
            return binary.rhs() instanceof UnaryExpr || endsOpen(binary.rhs());
        }
        if (expr instanceof UnaryExpr unary) {
            return endsOpen(unary.expr());
        }
        return expr instanceof VectorSelector selector && selector.time().offset() instanceof DurationExpr.Paren;
    }

    private VectorMatching matching(boolean set) {
        boolean on = random.nextBoolean();
        boolean grouped = !set && random.nextInt(3) == 0;
        Cardinality one = set ? Cardinality.MANY_TO_MANY : Cardinality.ONE_TO_ONE;
        Cardinality many = random.nextBoolean() ? Cardinality.MANY_TO_ONE : Cardinality.ONE_TO_MANY;
        List<String> include = grouped ? labels() : List.of();
        List<String> labels = new ArrayList<>(labels());
        labels.removeAll(include);
        boolean fills = !set && random.nextInt(4) == 0;
        return new VectorMatching(
                grouped ? many : one, labels, on, include, fills ? fill() : null, fills ? fill() : null);
    }

    private @Nullable Double fill() {
        return random.nextBoolean() ? null : Double.valueOf(random.nextInt(5) - 2.0);
    }

    private VectorSelector selector(TimeModifier time) {
        String name = random.nextInt(4) == 0 ? "" : oneOf(NAMES);
        List<Matcher> matchers = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            String value = oneOf(TEXTS);
            MatchType type = oneOf(List.of(MatchType.EQUAL, MatchType.NOT_EQUAL));
            matchers.add(new Matcher(type, oneOf(LABELS), value));
        }
        if (random.nextInt(4) == 0) {
            matchers.add(new Matcher(MatchType.REGEX, oneOf(LABELS), "a|b.*"));
        }
        String quoted = oneOf(List.of("a.b", "lag", "한글"));
        matchers.add(Matcher.equal(Labels.NAME, name.isEmpty() ? quoted : name));
        return new VectorSelector(NOWHERE, name, matchers, time, oneOf(List.of(WindowMode.values())));
    }

    private TimeModifier time() {
        AtTime at =
                switch (random.nextInt(6)) {
                    case 0 -> new AtTime.Fixed(random.nextLong() % 4_000_000_000_000L);
                    case 1 -> AtTime.Bound.START;
                    case 2 -> AtTime.Bound.END;
                    default -> null;
                };
        DurationExpr offset =
                switch (random.nextInt(5)) {
                    case 0 -> new DurationExpr.Literal(NOWHERE, 1 + random.nextInt(100_000), true);
                    case 1 -> new DurationExpr.Literal(NOWHERE, -1 - random.nextInt(100_000), true);
                    case 2 -> new DurationExpr.Paren(NOWHERE, duration(0));
                    default -> null;
                };
        return new TimeModifier(offset, at);
    }

    private DurationExpr length() {
        return random.nextInt(3) > 0
                ? new DurationExpr.Literal(NOWHERE, 1 + random.nextInt(1_000_000), true)
                : new DurationExpr.Operation(
                        NOWHERE, DurationExpr.Op.ADD, duration(1), new DurationExpr.Paren(NOWHERE, duration(1)));
    }

    private DurationExpr duration(int depth) {
        Supplier<DurationExpr> inner = () -> new DurationExpr.Paren(NOWHERE, duration(depth + 1));
        return switch (depth > 2 ? 0 : random.nextInt(5)) {
            case 1 -> new DurationExpr.QueryTime(NOWHERE, oneOf(List.of(DurationExpr.QueryTime.Kind.values())));
            case 2 -> new DurationExpr.Pick(NOWHERE, random.nextBoolean(), duration(depth + 1), duration(depth + 1));
            case 3 ->
                new DurationExpr.Operation(NOWHERE, oneOf(List.of(DurationExpr.Op.values())), inner.get(), inner.get());
            case 4 -> new DurationExpr.Operation(NOWHERE, DurationExpr.Op.SUBTRACT, null, inner.get());
            default -> new DurationExpr.Literal(NOWHERE, 1 + random.nextInt(5000), random.nextBoolean());
        };
    }

    private List<String> labels() {
        List<String> labels = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            labels.add(oneOf(LABELS));
        }
        return labels;
    }

    private <T> T oneOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
