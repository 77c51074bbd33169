package io.klamm.promql.operator;

import io.klamm.promql.row.Row;
import io.klamm.promql.row.Steps;
import io.klamm.storage.SampleBuffer;
import java.util.List;

/** The values of an expression at steps of its own, as the samples of a range. */
public final class SubquerySource implements SampleSource {

    private final Evaluation evaluation;
    private final VectorOperator inner;
    private final Steps steps;
    private Row row = new Row(0);

    /**
     * A subquery.
     *
     * @param inner gives values at {@code steps}
     */
    public SubquerySource(Evaluation evaluation, VectorOperator inner, Steps steps) {
        this.evaluation = evaluation;
        this.inner = inner;
        this.steps = steps;
    }

    @Override
    public List<Head> heads() {
        evaluation.budget().hold(2L * steps.count());
        row = new Row(steps.count());
        return inner.heads();
    }

    @Override
    public void skip() {
        inner.skip();
    }

    @Override
    public void next(SampleBuffer samples, Condenser condenser) {
        inner.next(row);
        samples.clear();
        samples.ensure(row.to() - row.from());
        double[] values = row.values();
        for (int step = row.from(); step < row.to(); step++) {
            if (!Row.absent(values[step])) {
                samples.add(steps.time(step), values[step]);
            }
        }
        evaluation.budget().work(1 + (samples.size() >>> 10));
    }
}
