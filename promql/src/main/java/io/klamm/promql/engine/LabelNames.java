package io.klamm.promql.engine;

import io.klamm.promql.ast.StringLiteral;
import io.klamm.promql.value.QueryException;
import java.util.function.UnaryOperator;

/** Checks names of labels that come as texts in an expression: any UTF-8 but nothing is good. */
final class LabelNames {

    private final String expression;

    LabelNames(String expression) {
        this.expression = expression;
    }

    /**
     * The name that a text is.
     *
     * @param message what to say of one that is none, from how it is written, with its quotes
     */
    String valid(StringLiteral literal, UnaryOperator<String> message) {
        String name = literal.value();
        boolean broken = name.chars().anyMatch(LabelNames::halfOfAPair) && !wellPaired(name);
        if (name.isEmpty() || broken) {
            throw QueryException.execution(message.apply(written(literal)));
        }
        return name;
    }

    private static boolean halfOfAPair(int c) {
        return Character.isSurrogate((char) c);
    }

    private static boolean wellPaired(String text) {
        return text.codePoints().noneMatch(point -> point < 0x10000 && Character.isSurrogate((char) point));
    }

    private String written(StringLiteral literal) {
        String text = literal.position().in(expression);
        return '"' + text.substring(1, text.length() - 1) + '"';
    }
}
