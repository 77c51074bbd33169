package io.klamm.rules.group;

import io.klamm.model.series.Labels;
import io.klamm.promql.budget.Cancellation;
import io.klamm.promql.engine.Engine;
import io.klamm.promql.engine.QueryOptions;
import io.klamm.promql.value.Scalar;
import io.klamm.promql.value.Value;
import io.klamm.promql.value.Vector;
import io.klamm.rules.alert.RuleException;
import io.klamm.storage.Queryable;
import java.time.Instant;
import java.util.List;

/** Asks what rules ask: expressions at one time. Safe from any thread. */
public final class Queries {

    private final Engine engine;
    private final Queryable store;
    private final Cancellation cancellation = new Cancellation();

    public Queries(Engine engine, Queryable store) {
        this.engine = engine;
        this.store = store;
    }

    /**
     * The series that an expression gives; a scalar is one without labels.
     *
     * @throws io.klamm.promql.value.QueryException if there is no answer
     * @throws RuleException if the answer is something else
     */
    public Vector at(String expression, Instant time) {
        QueryOptions options = QueryOptions.none().withStore(store).withCancellation(cancellation);
        Value value = engine.instant(expression, time.toEpochMilli(), options)
                .execute()
                .value();
        if (value instanceof Vector vector) {
            return vector;
        }
        if (value instanceof Scalar scalar) {
            return new Vector(scalar.time(), List.of(Labels.EMPTY), new double[] {scalar.value()});
        }
        throw new RuleException("rule result is not a vector or scalar");
    }

    Queryable store() {
        return store;
    }

    /** Ends what runs, and whatever is asked from now on. */
    public void cancel() {
        cancellation.cancel();
    }
}
