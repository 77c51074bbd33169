package io.klamm.rules.file;

import io.klamm.config.Section;
import io.klamm.promql.ast.Expr;
import io.klamm.promql.ast.ValueType;
import io.klamm.promql.parser.ParseException;
import io.klamm.promql.parser.ParserOptions;
import io.klamm.promql.parser.PromqlParser;
import java.util.Optional;

/** Checks expressions of rules. */
final class Expressions {

    private static final String EXPR = "expr";

    private final ParserOptions options;

    Expressions(ParserOptions options) {
        this.options = options;
    }

    /** The text of a rule's expression; problems are noted in its section. */
    String bind(Section section) {
        Optional<String> text = section.optionalString(EXPR);
        text.ifPresent(given -> check(section, given));
        return text.orElseGet(() -> section.string(EXPR));
    }

    private void check(Section section, String text) {
        try {
            Expr expr = PromqlParser.parse(text, options);
            if (expr.type() != ValueType.VECTOR && expr.type() != ValueType.SCALAR) {
                section.warning(EXPR, "gives a " + expr.type().words() + " (expected: an instant vector or a scalar)");
            }
        } catch (ParseException e) {
            section.problem(EXPR, "could not parse expression: " + e.error());
        }
    }
}
