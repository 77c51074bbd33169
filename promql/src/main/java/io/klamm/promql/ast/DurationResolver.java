package io.klamm.promql.ast;

import io.klamm.promql.ast.DurationExpr.Literal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts literals in place of all lengths of time that are computed, for one query. Pure. */
public final class DurationResolver {

    private final double stepSeconds;
    private final double rangeSeconds;

    private DurationResolver(double stepSeconds, double rangeSeconds) {
        this.stepSeconds = stepSeconds;
        this.rangeSeconds = rangeSeconds;
    }

    /**
     * The same expression with nothing but {@link Literal}s.
     *
     * @param stepMillis the query's step; for an instant query 0
     * @param rangeMillis from the query's start to its end; for an instant query 0
     * @throws DurationException if one has no value, or is a range or a step and not positive
     */
    public static Expr resolve(Expr expr, long stepMillis, long rangeMillis) throws DurationException {
        return new DurationResolver(stepMillis / 1000.0, rangeMillis / 1000.0).expr(expr);
    }

    private Expr expr(Expr expr) throws DurationException {
        if (expr instanceof VectorSelector selector) {
            return selector(selector);
        }
        if (expr instanceof MatrixSelector matrix) {
            return new MatrixSelector(matrix.position(), selector(matrix.selector()), positive(matrix.range()));
        }
        if (expr instanceof SubqueryExpr sub) {
            DurationExpr step = sub.step() == null ? null : positive(sub.step());
            return new SubqueryExpr(sub.position(), expr(sub.expr()), positive(sub.range()), step, time(sub.time()));
        }
        if (expr instanceof Call call) {
            return new Call(call.position(), call.function(), all(call.args()));
        }
        if (expr instanceof BinaryExpr b) {
            return new BinaryExpr(b.op(), expr(b.lhs()), expr(b.rhs()), b.matching(), b.returnBool());
        }
        if (expr instanceof AggregateExpr a) {
            Expr param = a.param() == null ? null : expr(a.param());
            return new AggregateExpr(a.position(), a.op(), expr(a.expr()), param, a.grouping(), a.without());
        }
        return wrapper(expr);
    }

    private Expr wrapper(Expr expr) throws DurationException {
        if (expr instanceof ParenExpr paren) {
            return new ParenExpr(paren.position(), expr(paren.expr()));
        }
        if (expr instanceof UnaryExpr unary) {
            return new UnaryExpr(unary.position(), unary.negative(), expr(unary.expr()));
        }
        return expr instanceof StepInvariantExpr constant ? new StepInvariantExpr(expr(constant.expr())) : expr;
    }

    private List<Expr> all(List<Expr> list) throws DurationException {
        List<Expr> resolved = new ArrayList<>(list.size());
        for (Expr one : list) {
            resolved.add(expr(one));
        }
        return resolved;
    }

    private VectorSelector selector(VectorSelector s) throws DurationException {
        return new VectorSelector(s.position(), s.name(), s.matchers(), time(s.time()), s.window());
    }

    private TimeModifier time(TimeModifier time) throws DurationException {
        @Nullable DurationExpr offset = time.offset();
        return offset == null || offset instanceof Literal ? time : time.withOffset(literal(offset, true));
    }

    private DurationExpr positive(DurationExpr duration) throws DurationException {
        return duration instanceof Literal ? duration : literal(duration, false);
    }

    private Literal literal(DurationExpr duration, boolean negativeAllowed) throws DurationException {
        double seconds = seconds(duration);
        if (seconds <= 0 && !negativeAllowed) {
            throw new DurationException(duration.position(), "duration must be greater than 0");
        }
        if (!(Math.abs(seconds) < Long.MAX_VALUE / 1e9)) {
            throw new DurationException(duration.position(), "duration is out of range");
        }
        return Literal.ofMillis(duration.position(), (long) (seconds * 1000));
    }

    private double seconds(DurationExpr duration) throws DurationException {
        if (duration instanceof Literal literal) {
            return literal.seconds();
        }
        if (duration instanceof DurationExpr.Paren paren) {
            return seconds(paren.inner());
        }
        if (duration instanceof DurationExpr.QueryTime query) {
            return query.kind() == DurationExpr.QueryTime.Kind.STEP ? stepSeconds : rangeSeconds;
        }
        if (duration instanceof DurationExpr.Pick pick) {
            double one = seconds(pick.one());
            double other = seconds(pick.other());
            return pick.least() ? Math.min(one, other) : Math.max(one, other);
        }
        return operation((DurationExpr.Operation) duration);
    }

    private double operation(DurationExpr.Operation operation) throws DurationException {
        double lhs = operation.lhs() == null ? 0 : seconds(operation.lhs());
        double rhs = seconds(operation.rhs());
        return switch (operation.op()) {
            case ADD -> lhs + rhs;
            case SUBTRACT -> lhs - rhs;
            case MULTIPLY -> lhs * rhs;
            case DIVIDE -> lhs / notZero(rhs, operation, "division by zero");
            case MODULO -> lhs % notZero(rhs, operation, "modulo by zero");
            case POWER -> Math.pow(lhs, rhs);
        };
    }

    private static double notZero(double value, DurationExpr.Operation operation, String message)
            throws DurationException {
        if (value == 0) {
            throw new DurationException(operation.position(), message);
        }
        return value;
    }
}
