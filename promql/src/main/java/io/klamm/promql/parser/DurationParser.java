package io.klamm.promql.parser;

import io.klamm.promql.ast.DurationExpr;
import io.klamm.promql.ast.DurationExpr.Literal;
import io.klamm.promql.ast.DurationExpr.Op;
import io.klamm.promql.ast.DurationExpr.Operation;
import io.klamm.promql.ast.DurationExpr.QueryTime;
import io.klamm.promql.ast.NumberLiteral;
import io.klamm.promql.ast.Span;
import java.util.Optional;

/** Parses lengths of time in ranges, steps and offsets, and the arithmetic on them. */
final class DurationParser {

    /** What an int64 of nanoseconds holds, in seconds. */
    private static final double MAX_SECONDS = Math.scalb(1.0, 63) / 1e9;

    private static final int LOOSEST = 0;
    private static final int SIGN_PRECEDENCE = Op.POWER.precedence();

    private final Tokens tokens;
    private final LiteralParser literals;

    DurationParser(Tokens tokens, LiteralParser literals) {
        this.tokens = tokens;
        this.literals = literals;
    }

    /** A range or a step: any expression; where it is a literal, a positive one. */
    DurationExpr positive(Place place) throws ParseException {
        DurationExpr duration = binary(LOOSEST, place);
        if (duration instanceof Literal literal && !(literal.seconds() > 0)) {
            throw tokens.error(literal.position(), "duration must be greater than 0");
        }
        return duration;
    }

    /**
     * An offset. Only brackets hold an operator: {@code x offset 1m + 2} adds to x, as it has always done. What begins with a bracket goes on, as
     * it does in Prometheus, as long as a length follows the operator: {@code x offset (1m) + y}, which Prometheus refuses, adds to x.
     */
    DurationExpr offset(Place place) throws ParseException {
        if (tokens.at(TokenType.LEFT_PAREN)) {
            DurationExpr bracket = operand(place);
            return operator().isPresent() && begins(tokens.peekSecond().type())
                    ? operations(bracket, LOOSEST, place)
                    : bracket;
        }
        if (!atSign()) {
            return operand(place);
        }
        Token sign = tokens.take();
        if (atSign()) {
            return operations(signed(sign, binary(SIGN_PRECEDENCE, place)), LOOSEST, place);
        }
        boolean literal = literals.atNumber();
        return signed(sign, literal ? literal(sign.span()) : operand(place));
    }

    private static boolean begins(TokenType type) {
        return switch (type) {
            case NUMBER, DURATION, LEFT_PAREN, STEP, RANGE, MIN_OF, MAX_OF, ADD, SUB -> true;
            default -> false;
        };
    }

    private boolean atSign() throws ParseException {
        return tokens.at(TokenType.ADD) || tokens.at(TokenType.SUB);
    }

    private DurationExpr binary(int loosest, Place place) throws ParseException {
        tokens.enter();
        DurationExpr first;
        if (atSign()) {
            Token sign = tokens.take();
            first = signed(sign, binary(SIGN_PRECEDENCE, place));
        } else {
            first = operand(place);
        }
        DurationExpr whole = operations(first, loosest, place);
        tokens.leave();
        return whole;
    }

    /** What is left with the operators that follow and bind at least so tightly. */
    private DurationExpr operations(DurationExpr left, int loosest, Place place) throws ParseException {
        DurationExpr whole = left;
        int operators = 0;
        Optional<Op> op = operator();
        while (op.isPresent() && op.get().precedence() >= loosest) {
            Token sign = tokens.take();
            if (++operators > Tokens.MAX_DEPTH) {
                throw tokens.tooDeep(sign.span());
            }
            requireArithmetic(whole);
            int precedence = op.get().precedence();
            DurationExpr right = binary(op.get() == Op.POWER ? precedence : precedence + 1, place);
            refuseZero(op.get(), right, sign.span());
            whole = new Operation(whole.position().to(right.position()), op.get(), whole, right);
            op = operator();
        }
        return whole;
    }

    private void refuseZero(Op op, DurationExpr divisor, Span span) throws ParseException {
        if (divisor instanceof Literal literal && literal.seconds() == 0) {
            if (op == Op.DIVIDE) {
                throw tokens.error(span, "division by zero");
            }
            if (op == Op.MODULO) {
                throw tokens.error(span, "modulo by zero");
            }
        }
    }

    private Optional<Op> operator() throws ParseException {
        return switch (tokens.peek().type()) {
            case ADD -> Optional.of(Op.ADD);
            case SUB -> Optional.of(Op.SUBTRACT);
            case MUL -> Optional.of(Op.MULTIPLY);
            case DIV -> Optional.of(Op.DIVIDE);
            case MOD -> Optional.of(Op.MODULO);
            case POW -> Optional.of(Op.POWER);
            default -> Optional.empty();
        };
    }

    private DurationExpr signed(Token sign, DurationExpr operand) throws ParseException {
        Span span = sign.span().to(operand.position());
        boolean negative = sign.is(TokenType.SUB);
        if (operand instanceof Literal literal) {
            return new Literal(span, negative ? -literal.seconds() : literal.seconds(), literal.duration());
        }
        requireArithmetic(operand);
        return negative ? new Operation(span, Op.SUBTRACT, null, operand) : operand;
    }

    private DurationExpr operand(Place place) throws ParseException {
        return switch (tokens.peek().type()) {
            case NUMBER, DURATION -> literal(tokens.peek().span());
            case LEFT_PAREN -> paren(place);
            case STEP, RANGE -> queryTime(place);
            case MIN_OF, MAX_OF -> pick(place);
            default -> throw tokens.unexpected(place);
        };
    }

    /** The literal that comes next; if it is too long, the error is said to be at the span. */
    private Literal literal(Span span) throws ParseException {
        NumberLiteral number = literals.number();
        if (Math.abs(number.value()) > MAX_SECONDS) {
            throw tokens.error(span, "duration out of range");
        }
        return new Literal(number.position(), number.value(), number.duration());
    }

    private DurationExpr paren(Place place) throws ParseException {
        Token open = tokens.take();
        DurationExpr inner = binary(LOOSEST, place);
        Token close = tokens.expect(TokenType.RIGHT_PAREN, place);
        requireArithmetic(inner);
        return new DurationExpr.Paren(open.span().to(close.span()), inner);
    }

    private DurationExpr queryTime(Place place) throws ParseException {
        Token word = tokens.take();
        tokens.expect(TokenType.LEFT_PAREN, place);
        Token close = tokens.expect(TokenType.RIGHT_PAREN, place);
        QueryTime.Kind kind = word.is(TokenType.STEP) ? QueryTime.Kind.STEP : QueryTime.Kind.RANGE;
        QueryTime time = new QueryTime(word.span().to(close.span()), kind);
        requireArithmetic(time);
        return time;
    }

    private DurationExpr pick(Place place) throws ParseException {
        Token word = tokens.take();
        tokens.expect(TokenType.LEFT_PAREN, place);
        DurationExpr one = binary(LOOSEST, place);
        tokens.expect(TokenType.COMMA, place);
        DurationExpr other = binary(LOOSEST, place);
        Token close = tokens.expect(TokenType.RIGHT_PAREN, place);
        DurationExpr pick = new DurationExpr.Pick(word.span().to(close.span()), word.is(TokenType.MIN_OF), one, other);
        requireArithmetic(pick);
        return pick;
    }

    private void requireArithmetic(DurationExpr part) throws ParseException {
        tokens.require(
                Feature.DURATION_EXPRESSIONS, part.position(), "experimental duration expression is not enabled");
    }
}
