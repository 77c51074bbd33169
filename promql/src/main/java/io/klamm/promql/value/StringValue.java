package io.klamm.promql.value;

import io.klamm.promql.ast.ValueType;

/**
 * A text.
 *
 * @param time of the evaluation, in milliseconds since the epoch
 */
public record StringValue(long time, String value) implements Value {

    @Override
    public ValueType type() {
        return ValueType.STRING;
    }
}
