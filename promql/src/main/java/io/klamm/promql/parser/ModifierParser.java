package io.klamm.promql.parser;

import io.klamm.promql.ast.AtTime;
import io.klamm.promql.ast.DurationExpr;
import io.klamm.promql.ast.Expr;
import io.klamm.promql.ast.MatrixSelector;
import io.klamm.promql.ast.Span;
import io.klamm.promql.ast.SubqueryExpr;
import io.klamm.promql.ast.TimeModifier;
import io.klamm.promql.ast.VectorSelector;
import io.klamm.promql.ast.WindowMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Parses what follows a selector: range, subquery, offset, {@code @}, {@code anchored} and {@code smoothed}. */
final class ModifierParser {

    private static final String LENGTH = "number, duration, step(), or range()";
    private static final Place OFFSET = new Place("offset", LENGTH);
    private static final Place RANGE = new Place("subquery or range selector", LENGTH);
    private static final Place STEP = new Place("subquery selector", "number, duration, step(), range(), or \"]\"");
    private static final Place AFTER_RANGE = new Place("subquery or range", "\":\" or \"]\"");
    private static final Place AFTER_STEP = new Place("subquery selector", "\"]\"");
    private static final Place TIMESTAMP = new Place("@", "timestamp");
    private static final double MAX_TIMESTAMP = Math.scalb(1.0, 63);

    private final Tokens tokens;
    private final LiteralParser literals;
    private final DurationParser durations;

    ModifierParser(Tokens tokens, LiteralParser literals) {
        this.tokens = tokens;
        this.literals = literals;
        this.durations = new DurationParser(tokens, literals);
    }

    /** The expression with everything that follows and changes it. */
    Expr modified(Expr expr) throws ParseException {
        Expr whole = expr;
        for (int count = 0; count <= Tokens.MAX_DEPTH; count++) {
            switch (tokens.peek().type()) {
                case LEFT_BRACKET -> whole = brackets(whole);
                case OFFSET -> whole = offset(whole);
                case AT -> whole = at(whole);
                case ANCHORED -> whole = window(whole, WindowMode.ANCHORED);
                case SMOOTHED -> whole = window(whole, WindowMode.SMOOTHED);
                default -> {
                    return whole;
                }
            }
        }
        throw tokens.tooDeep(tokens.peek().span());
    }

    private Expr brackets(Expr expr) throws ParseException {
        Token open = tokens.take();
        DurationExpr range = durations.positive(RANGE);
        if (tokens.accept(TokenType.COLON).isPresent()) {
            return subquery(expr, range);
        }
        Token close = tokens.expect(TokenType.RIGHT_BRACKET, AFTER_RANGE);
        return matrix(expr, range, open.span().to(close.span()));
    }

    private Expr subquery(Expr expr, DurationExpr range) throws ParseException {
        DurationExpr step = tokens.at(TokenType.RIGHT_BRACKET) ? null : durations.positive(STEP);
        Token close = tokens.expect(TokenType.RIGHT_BRACKET, AFTER_STEP);
        Span span = expr.position().to(close.span());
        return new SubqueryExpr(span, expr, range, step, TimeModifier.NONE);
    }

    private MatrixSelector matrix(Expr expr, DurationExpr range, Span brackets) throws ParseException {
        if (!(expr instanceof VectorSelector selector)) {
            throw tokens.error(brackets, "ranges only allowed for vector selectors");
        }
        if (selector.time().offset() instanceof DurationExpr.Literal) {
            throw tokens.error(brackets, "no offset modifiers allowed before range");
        }
        if (selector.time().at() instanceof AtTime.Fixed) {
            throw tokens.error(brackets, "no @ modifiers allowed before range");
        }
        return new MatrixSelector(expr.position().to(brackets), selector, range);
    }

    private Expr offset(Expr expr) throws ParseException {
        tokens.take();
        DurationExpr offset = durations.offset(OFFSET);
        TimeModifier time = time(expr, "offset modifier");
        if (time.offset() != null) {
            throw tokens.error(expr.position(), "offset may not be set multiple times");
        }
        boolean nothing = offset instanceof DurationExpr.Literal literal && literal.seconds() == 0;
        return with(expr, nothing ? time : time.withOffset(offset));
    }

    private Expr at(Expr expr) throws ParseException {
        tokens.take();
        boolean bound = tokens.at(TokenType.START) || tokens.at(TokenType.END);
        AtTime at = bound ? bound() : fixed(expr);
        TimeModifier time = time(expr, "@ modifier");
        if (time.at() != null) {
            throw tokens.error(expr.position(), "@ <timestamp> may not be set multiple times");
        }
        return with(expr, time.withAt(at));
    }

    private AtTime.Bound bound() throws ParseException {
        AtTime.Bound bound = tokens.take().is(TokenType.START) ? AtTime.Bound.START : AtTime.Bound.END;
        tokens.expect(TokenType.LEFT_PAREN, TIMESTAMP);
        tokens.expect(TokenType.RIGHT_PAREN, TIMESTAMP);
        return bound;
    }

    private AtTime.Fixed fixed(Expr expr) throws ParseException {
        double seconds = literals.signed(TIMESTAMP);
        if (!(Math.abs(seconds) < MAX_TIMESTAMP)) {
            throw tokens.error(
                    expr.position(), "timestamp out of bounds for @ modifier: " + GoNumber.sixDecimals(seconds));
        }
        double millis = seconds * 1000;
        return new AtTime.Fixed(millis < 0 ? -Math.round(-millis) : Math.round(millis));
    }

    private Expr window(Expr expr, WindowMode mode) throws ParseException {
        tokens.take();
        tokens.require(
                Feature.EXTENDED_SELECTORS,
                expr.position(),
                mode.keyword() + " modifier is experimental and not enabled");
        if (expr instanceof SubqueryExpr) {
            throw tokens.error(expr.position(), mode.keyword() + " modifier is not supported for subqueries");
        }
        VectorSelector selector = selector(expr);
        if (selector == null) {
            throw tokens.error(expr.position(), mode.keyword() + " modifier not implemented");
        }
        if (selector.window() != WindowMode.EXACT && selector.window() != mode) {
            throw tokens.error(expr.position(), "anchored and smoothed modifiers cannot be used together");
        }
        VectorSelector moded =
                new VectorSelector(selector.position(), selector.name(), selector.matchers(), selector.time(), mode);
        return with(expr, moded, expr.position());
    }

    /** The selector that the modifiers of an expression belong to; null if it is neither a selector nor a range of one. */
    private static @Nullable VectorSelector selector(Expr expr) {
        if (expr instanceof MatrixSelector matrix) {
            return matrix.selector();
        }
        return expr instanceof VectorSelector selector ? selector : null;
    }

    private TimeModifier time(Expr expr, String modifier) throws ParseException {
        if (expr instanceof SubqueryExpr subquery) {
            return subquery.time();
        }
        VectorSelector selector = selector(expr);
        if (selector == null) {
            throw tokens.error(
                    expr.position(),
                    modifier
                            + " must be preceded by an instant vector selector or range vector selector or a subquery");
        }
        return selector.time();
    }

    /** The same expression with another time; its text ends where the last token taken does. */
    private Expr with(Expr expr, TimeModifier time) {
        Span span = expr.position().to(tokens.last());
        if (expr instanceof SubqueryExpr sub) {
            return new SubqueryExpr(span, sub.expr(), sub.range(), sub.step(), time);
        }
        VectorSelector old = Objects.requireNonNull(selector(expr));
        boolean bare = expr instanceof VectorSelector;
        Span own = bare ? span : old.position();
        return with(expr, new VectorSelector(own, old.name(), old.matchers(), time, old.window()), span);
    }

    private static Expr with(Expr expr, VectorSelector selector, Span span) {
        return expr instanceof MatrixSelector matrix ? new MatrixSelector(span, selector, matrix.range()) : selector;
    }
}
