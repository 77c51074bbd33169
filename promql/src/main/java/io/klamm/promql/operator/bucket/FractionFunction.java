package io.klamm.promql.operator.bucket;

import io.klamm.promql.functions.Buckets;
import io.klamm.promql.operator.Head;
import io.klamm.promql.operator.ScalarOperator;

/** The share of observations between two bounds. */
record FractionFunction(ScalarOperator lower, ScalarOperator upper) implements BucketFunction {

    @Override
    public void begin() {}

    @Override
    public int results() {
        return 1;
    }

    @Override
    public Head rename(int result, Head head) {
        return head;
    }

    @Override
    public double value(int result, int step, Buckets buckets) {
        return buckets.fraction(lower.values()[step], upper.values()[step]);
    }
}
