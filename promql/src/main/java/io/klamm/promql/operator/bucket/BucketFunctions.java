package io.klamm.promql.operator.bucket;

import io.klamm.promql.ast.Expr;
import io.klamm.promql.operator.Evaluation;
import io.klamm.promql.operator.ScalarOperator;
import io.klamm.promql.operator.VectorOperator;
import io.klamm.promql.row.Steps;
import java.util.ArrayList;
import java.util.List;

/** Makes the operators of this package from the arguments of a call. */
public final class BucketFunctions {

    private BucketFunctions() {}

    /** {@code histogram_quantile(quantile, buckets)}. */
    public static VectorOperator quantile(
            Evaluation evaluation, List<Expr> args, ScalarOperator quantile, VectorOperator buckets, Steps steps) {
        var asked = List.of(new QuantileFunction.Asked(quantile, args.get(0).position()));
        var function = new QuantileFunction(
                evaluation.annotations(), asked, args.get(1).position(), "", steps);
        return new BucketRows(evaluation, buckets, args.get(1).position(), function, steps.count());
    }

    /** {@code histogram_quantiles(buckets, label, quantile...)}. */
    public static VectorOperator quantiles(
            Evaluation evaluation,
            List<Expr> args,
            VectorOperator buckets,
            String label,
            List<ScalarOperator> quantiles,
            Steps steps) {
        List<QuantileFunction.Asked> asked = new ArrayList<>();
        for (int i = 0; i < quantiles.size(); i++) {
            asked.add(
                    new QuantileFunction.Asked(quantiles.get(i), args.get(i + 2).position()));
        }
        var function = new QuantileFunction(
                evaluation.annotations(), asked, args.get(1).position(), label, steps);
        return new BucketRows(evaluation, buckets, args.get(0).position(), function, steps.count());
    }

    /** {@code histogram_fraction(lower, upper, buckets)}. */
    public static VectorOperator fraction(
            Evaluation evaluation,
            List<Expr> args,
            ScalarOperator lower,
            ScalarOperator upper,
            VectorOperator buckets,
            Steps steps) {
        var function = new FractionFunction(lower, upper);
        return new BucketRows(evaluation, buckets, args.get(2).position(), function, steps.count());
    }
}
