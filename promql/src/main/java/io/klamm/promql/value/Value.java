package io.klamm.promql.value;

import io.klamm.promql.ast.ValueType;

/** The value of a query. Immutable as long as nobody writes into its arrays. */
public sealed interface Value permits Scalar, StringValue, Vector, Matrix {

    ValueType type();
}
