package io.klamm.promql.operator;

import io.klamm.promql.row.Row;
import java.util.List;

/**
 * Gives the series of an instant vector at all steps: first what they are, then their values, series by series. For one thread.
 *
 * <p>{@link #heads} is called once and first; then, as often as there are heads, {@link #next} or {@link #skip}, each for the next series in their order. A
 * series may turn out to have no value at any step. Both throw {@link io.klamm.promql.value.QueryException} if the query cannot be answered, and
 * {@link io.klamm.storage.StorageException} if the store fails.
 */
public interface VectorOperator {

    List<Head> heads();

    /** Puts the values of the next series into the row. */
    void next(Row row);

    /** Passes the next series by. */
    void skip();
}
