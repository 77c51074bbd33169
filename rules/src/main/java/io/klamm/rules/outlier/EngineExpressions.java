package io.klamm.rules.outlier;

import io.klamm.model.series.Labels;
import io.klamm.promql.engine.Engine;
import io.klamm.promql.engine.QueryOptions;
import io.klamm.promql.value.QueryException;
import io.klamm.promql.value.Value;
import io.klamm.promql.value.Vector;
import io.klamm.storage.Queryable;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Asks an engine, on a store. Safe from any thread. */
public final class EngineExpressions implements Expressions {

    private final Engine engine;
    private final Queryable store;

    public EngineExpressions(Engine engine, Queryable store) {
        this.engine = engine;
        this.store = store;
    }

    /**
     * The value of every series that the expression gives.
     *
     * @throws QueryException if there is no answer
     * @throws IllegalArgumentException if the answer is no vector
     */
    @Override
    public Map<Labels, Double> at(String expression, Instant time) {
        QueryOptions options = QueryOptions.none().withStore(store);
        Value value = engine.instant(expression, time.toEpochMilli(), options)
                .execute()
                .value();
        if (!(value instanceof Vector vector)) {
            throw new IllegalArgumentException(
                    "expression: " + expression + " (expected: one that gives an instant vector)");
        }
        Map<Labels, Double> values = new HashMap<>();
        for (int i = 0; i < vector.size(); i++) {
            values.put(vector.labels(i), vector.value(i));
        }
        return values;
    }
}
