package io.klamm.promql.parser;

import io.klamm.promql.ast.VectorMatching;
import io.klamm.promql.ast.VectorMatching.Cardinality;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses what stands after an operator and says how series of its two sides find each other. */
final class MatchingParser {

    private final Tokens tokens;
    private final LiteralParser literals;
    private final GroupingParser groupings;

    MatchingParser(Tokens tokens, LiteralParser literals, GroupingParser groupings) {
        this.tokens = tokens;
        this.literals = literals;
        this.groupings = groupings;
    }

    /** What is written; without anything, one-to-one by all labels. */
    VectorMatching matching() throws ParseException {
        Cardinality cardinality = Cardinality.ONE_TO_ONE;
        List<String> labels = List.of();
        List<String> include = List.of();
        boolean on = tokens.at(TokenType.ON);
        if (on || tokens.at(TokenType.IGNORING)) {
            tokens.take();
            labels = groupings.labels();
            boolean left = tokens.at(TokenType.GROUP_LEFT);
            if (left || tokens.at(TokenType.GROUP_RIGHT)) {
                tokens.take();
                cardinality = left ? Cardinality.MANY_TO_ONE : Cardinality.ONE_TO_MANY;
                include = expressionFollows() ? List.of() : groupings.labels();
            }
        }
        return fill(new VectorMatching(cardinality, labels, on, include, null, null));
    }

    /** Whether the labels after {@code group_left} are left out. A bracket opens them, not an expression. */
    private boolean expressionFollows() throws ParseException {
        return switch (tokens.peek().type()) {
            case LEFT_PAREN -> false;
            case NUMBER, DURATION, STRING, ADD, SUB, LEFT_BRACE -> true;
            default -> tokens.peek().type().namesMetric();
        };
    }

    private VectorMatching fill(VectorMatching plain) throws ParseException {
        if (tokens.accept(TokenType.FILL).isPresent()) {
            Double value = value();
            return filled(plain, value, value);
        }
        if (tokens.accept(TokenType.FILL_LEFT).isPresent()) {
            Double left = value();
            return filled(plain, left, tokens.accept(TokenType.FILL_RIGHT).isPresent() ? value() : null);
        }
        if (tokens.accept(TokenType.FILL_RIGHT).isPresent()) {
            Double right = value();
            return filled(plain, tokens.accept(TokenType.FILL_LEFT).isPresent() ? value() : null, right);
        }
        return plain;
    }

    private Double value() throws ParseException {
        tokens.expect(TokenType.LEFT_PAREN);
        double value = literals.signed();
        tokens.expect(TokenType.RIGHT_PAREN);
        return value;
    }

    private static VectorMatching filled(VectorMatching plain, @Nullable Double left, @Nullable Double right) {
        return new VectorMatching(plain.cardinality(), plain.labels(), plain.on(), plain.include(), left, right);
    }
}
