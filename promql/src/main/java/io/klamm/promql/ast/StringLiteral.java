package io.klamm.promql.ast;

import java.util.List;

/**
 * A text that is written out.
 *
 * @param value the text without quotes and with its escapes resolved
 */
public record StringLiteral(Span position, String value) implements Expr {

    @Override
    public ValueType type() {
        return ValueType.STRING;
    }

    @Override
    public List<Expr> children() {
        return List.of();
    }
}
