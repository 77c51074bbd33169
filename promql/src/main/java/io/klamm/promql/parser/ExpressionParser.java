package io.klamm.promql.parser;

import io.klamm.promql.ast.BinaryExpr;
import io.klamm.promql.ast.BinaryOp;
import io.klamm.promql.ast.Expr;
import io.klamm.promql.ast.NumberLiteral;
import io.klamm.promql.ast.ParenExpr;
import io.klamm.promql.ast.Span;
import io.klamm.promql.ast.UnaryExpr;
import io.klamm.promql.ast.ValueType;
import io.klamm.promql.ast.VectorMatching;
import io.klamm.promql.ast.VectorMatching.Cardinality;

/**
 * Parses expressions by precedence of operators (Pratt's method). What the grammar alone cannot tell, the {@link TypeChecker} does.
 */
final class ExpressionParser {

    private static final int LOOSEST = 0;
    /** A sign binds as a product: only a power binds tighter, so {@code -2^2} is -4. */
    private static final int SIGN_PRECEDENCE = BinaryOp.POWER.precedence();

    private final Tokens tokens;
    private final LiteralParser literals;
    private final SelectorParser selectors;
    private final ModifierParser modifiers;
    private final MatchingParser matchings;
    private final CallParser calls;

    ExpressionParser(Tokens tokens) {
        this.tokens = tokens;
        this.literals = new LiteralParser(tokens);
        this.selectors = new SelectorParser(tokens);
        this.modifiers = new ModifierParser(tokens, literals);
        GroupingParser groupings = new GroupingParser(tokens);
        this.matchings = new MatchingParser(tokens, literals, groupings);
        this.calls = new CallParser(tokens, this, groupings);
    }

    Expr expression() throws ParseException {
        return binary(LOOSEST);
    }

    /** Whether the next token can begin an expression. */
    boolean atExpression() throws ParseException {
        return switch (tokens.peek().type()) {
            case NUMBER, DURATION, STRING, LEFT_PAREN, ADD, SUB -> true;
            default -> selectors.atSelector();
        };
    }

    private Expr binary(int loosest) throws ParseException {
        tokens.enter();
        Expr left = sign();
        BinaryOp op = tokens.peek().type().operator();
        while (op != null && op.precedence() >= loosest) {
            left = operation(left, op);
            op = tokens.peek().type().operator();
        }
        tokens.leave();
        return left;
    }

    private Expr operation(Expr left, BinaryOp op) throws ParseException {
        Span sign = tokens.take().span();
        boolean returnBool = tokens.accept(TokenType.BOOL).isPresent();
        VectorMatching matching = matchings.matching();
        Expr right = binary(op.rightAssociative() ? op.precedence() : op.precedence() + 1);
        if (op.kind() == BinaryOp.Kind.TRIM) {
            tokens.require(
                    Feature.HISTOGRAM_TRIM,
                    sign,
                    "operator " + op.sign() + " works on native histograms, which are not supported");
        }
        Span whole = left.position().to(right.position());
        if (matching.fills()) {
            tokens.require(Feature.FILL, whole, "binop fill modifiers are experimental and not enabled");
        }
        return binaryExpr(op, left, right, matching, returnBool);
    }

    /** Matching means nothing unless both sides are vectors; what was written in vain is kept for the checker to refuse. */
    private static BinaryExpr binaryExpr(
            BinaryOp op, Expr left, Expr right, VectorMatching written, boolean returnBool) {
        boolean vectors = left.type() == ValueType.VECTOR && right.type() == ValueType.VECTOR;
        boolean inVain = !written.labels().isEmpty() || written.fills();
        if (!vectors) {
            return new BinaryExpr(op, left, right, inVain ? written : null, returnBool);
        }
        boolean manyToMany = op.set() && written.cardinality() == Cardinality.ONE_TO_ONE;
        VectorMatching matching = !manyToMany
                ? written
                : new VectorMatching(
                        Cardinality.MANY_TO_MANY,
                        written.labels(),
                        written.on(),
                        written.include(),
                        written.fillLeft(),
                        written.fillRight());
        return new BinaryExpr(op, left, right, matching, returnBool);
    }

    private Expr sign() throws ParseException {
        boolean negative = tokens.at(TokenType.SUB);
        if (!negative && !tokens.at(TokenType.ADD)) {
            return modifiers.modified(operand());
        }
        Token sign = tokens.take();
        Expr operand = binary(SIGN_PRECEDENCE);
        Span span = sign.span().to(operand.position());
        if (operand instanceof NumberLiteral number) {
            return new NumberLiteral(span, negative ? -number.value() : number.value(), number.duration());
        }
        return new UnaryExpr(span, negative, operand);
    }

    private Expr operand() throws ParseException {
        Token next = tokens.peek();
        return switch (next.type()) {
            case NUMBER, DURATION -> literals.number();
            case STRING -> literals.string();
            case LEFT_PAREN -> paren();
            case LEFT_BRACE -> selectors.selector();
            default -> {
                if (!next.type().namesMetric()) {
                    throw tokens.unexpected();
                }
                yield named(tokens.take());
            }
        };
    }

    private Expr paren() throws ParseException {
        Token open = tokens.take();
        Expr inner = expression();
        Token close = tokens.expect(TokenType.RIGHT_PAREN);
        return new ParenExpr(open.span().to(close.span()), inner);
    }

    /** An aggregation, a call or a selector: what comes after the name tells. */
    private Expr named(Token name) throws ParseException {
        boolean paren = tokens.at(TokenType.LEFT_PAREN);
        if (name.type().aggregator() != null && (paren || tokens.at(TokenType.BY) || tokens.at(TokenType.WITHOUT))) {
            return calls.aggregation(name);
        }
        boolean function = name.is(TokenType.IDENTIFIER) || name.type().group() == TokenType.Group.QUERY_TIME;
        return function && paren ? calls.call(name) : selectors.named(name);
    }
}
