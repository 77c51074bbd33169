package io.klamm.promql.parser;

import io.klamm.model.series.Labels;
import io.klamm.promql.ast.Expr;
import io.klamm.promql.ast.Span;
import io.klamm.storage.Matcher;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Reads PromQL: expressions, selectors and names of series. Pure. */
public final class PromqlParser {

    /**
     * How many nodes lie between a tree's root and its deepest leaf at most, and how deep brackets and calls may be nested. Whoever walks a tree may
     * call itself that often: a few kilobytes of stack for each node are there on every thread.
     */
    public static final int MAX_DEPTH = 300;

    private PromqlParser() {}

    /** The expression that a text is, by {@link ParserOptions#STANDARD}. */
    public static Expr parse(String text) throws ParseException {
        return parse(text, ParserOptions.STANDARD);
    }

    /**
     * The expression that a text is, its types checked. No tree is deeper than {@link #MAX_DEPTH}.
     *
     * @throws ParseException with the first error, in Prometheus's words
     */
    public static Expr parse(String text, ParserOptions options) throws ParseException {
        Tokens tokens = new Tokens(text, options);
        if (tokens.at(TokenType.END_OF_INPUT)) {
            throw tokens.error(new Span(0, 0), "no expression found in input");
        }
        Expr expr = new ExpressionParser(tokens).expression();
        tokens.expect(TokenType.END_OF_INPUT);
        refuseTooDeep(expr, tokens);
        new TypeChecker(text).check(expr);
        return expr;
    }

    /** The conditions of a selector, as {@code match[]} has it. That they are not all met by nothing is for the caller to check. */
    public static List<Matcher> parseSelector(String text) throws ParseException {
        Tokens tokens = new Tokens(text, ParserOptions.STANDARD);
        SelectorParser parser = new SelectorParser(tokens);
        if (!parser.atSelector()) {
            throw tokens.unexpected();
        }
        List<Matcher> matchers = parser.selector().matchers();
        tokens.expect(TokenType.END_OF_INPUT);
        return matchers;
    }

    /** The labels that a series is named by: {@code up{job="kafka"}}. */
    public static Labels parseMetric(String text) throws ParseException {
        Tokens tokens = new Tokens(text, ParserOptions.STANDARD);
        Labels labels = new MetricParser(tokens).metric();
        tokens.expect(TokenType.END_OF_INPUT);
        return labels;
    }

    /** A sum of a thousand terms is a tree a thousand deep, although nothing in it is nested. */
    private static void refuseTooDeep(Expr root, Tokens tokens) throws ParseException {
        record Level(Expr expr, int depth) {}
        Deque<Level> open = new ArrayDeque<>();
        open.push(new Level(root, 1));
        while (!open.isEmpty()) {
            Level level = open.pop();
            if (level.depth > Tokens.MAX_DEPTH) {
                throw tokens.tooDeep(level.expr.position());
            }
            for (Expr child : level.expr.children()) {
                open.push(new Level(child, level.depth + 1));
            }
        }
    }
}
