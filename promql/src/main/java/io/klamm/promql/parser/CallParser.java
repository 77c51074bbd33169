package io.klamm.promql.parser;

import io.klamm.model.series.LabelText;
import io.klamm.promql.ast.AggregateExpr;
import io.klamm.promql.ast.Aggregator;
import io.klamm.promql.ast.Call;
import io.klamm.promql.ast.Expr;
import io.klamm.promql.ast.Function;
import io.klamm.promql.ast.Functions;
import io.klamm.promql.ast.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Parses calls of functions and aggregations, whose arguments are expressions. */
final class CallParser {

    private final Tokens tokens;
    private final ExpressionParser expressions;
    private final GroupingParser groupings;

    CallParser(Tokens tokens, ExpressionParser expressions, GroupingParser groupings) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.groupings = groupings;
    }

    /** The call of a function whose name has just been read. */
    Call call(Token name) throws ParseException {
        List<Expr> args = arguments();
        Span span = name.span().to(tokens.last());
        Function function = Functions.find(name.text())
                .orElseThrow(
                        () -> tokens.error(name.span(), "unknown function with name " + LabelText.quote(name.text())));
        if (function.experimental()) {
            tokens.require(
                    Feature.EXPERIMENTAL_FUNCTIONS,
                    name.span(),
                    "function " + LabelText.quote(name.text()) + " is not enabled");
        }
        return new Call(span, function, args);
    }

    /** The aggregation whose name has just been read. */
    AggregateExpr aggregation(Token name) throws ParseException {
        String outer = tokens.enterContext("aggregation");
        boolean before = atModifier();
        boolean without = before && tokens.take().is(TokenType.WITHOUT);
        List<String> grouping = before ? groupings.labels() : List.of();
        List<Expr> args = arguments();
        if (!before && atModifier()) {
            without = tokens.take().is(TokenType.WITHOUT);
            grouping = groupings.labels();
        }
        tokens.leaveContext(outer);
        Aggregator op = Objects.requireNonNull(name.type().aggregator());
        return aggregate(op, name.span().to(tokens.last()), args, grouping, without);
    }

    private boolean atModifier() throws ParseException {
        return tokens.at(TokenType.BY) || tokens.at(TokenType.WITHOUT);
    }

    private AggregateExpr aggregate(Aggregator op, Span span, List<Expr> args, List<String> grouping, boolean without)
            throws ParseException {
        if (args.isEmpty()) {
            throw tokens.error(span, "no arguments for aggregate expression provided");
        }
        if (op.experimental()) {
            tokens.require(
                    Feature.EXPERIMENTAL_FUNCTIONS,
                    span,
                    op.word() + "() is experimental and must be enabled with"
                            + " --enable-feature=promql-experimental-functions");
        }
        int expected = op.hasParam() ? 2 : 1;
        if (args.size() != expected) {
            throw tokens.error(
                    span,
                    "wrong number of arguments for aggregate expression provided, expected " + expected + ", got "
                            + args.size());
        }
        return new AggregateExpr(
                span, op, args.get(expected - 1), op.hasParam() ? args.get(0) : null, grouping, without);
    }

    private List<Expr> arguments() throws ParseException {
        tokens.expect(TokenType.LEFT_PAREN);
        List<Expr> args = new ArrayList<>();
        if (tokens.accept(TokenType.RIGHT_PAREN).isPresent()) {
            return args;
        }
        args.add(expressions.expression());
        while (tokens.at(TokenType.COMMA)) {
            Token comma = tokens.take();
            if (!expressions.atExpression()) {
                throw tokens.error(comma.span(), "trailing commas not allowed in function call args");
            }
            args.add(expressions.expression());
        }
        tokens.expect(TokenType.RIGHT_PAREN);
        return args;
    }
}
