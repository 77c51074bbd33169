package io.klamm.promql.value;

import io.klamm.promql.ast.ValueType;

/**
 * A number without labels.
 *
 * @param time of the evaluation, in milliseconds since the epoch
 */
public record Scalar(long time, double value) implements Value {

    @Override
    public ValueType type() {
        return ValueType.SCALAR;
    }
}
