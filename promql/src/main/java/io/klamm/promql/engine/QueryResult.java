package io.klamm.promql.engine;

import io.klamm.promql.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a query.
 *
 * @param warnings why the answer may be wrong, in Prometheus's words
 * @param infos lesser facts about it, in Prometheus's words
 * @param explain what each part cost, if that was asked for
 */
public record QueryResult(
        Value value, List<String> warnings, List<String> infos, QueryStats stats, Optional<Explain> explain) {

    public QueryResult {
        warnings = List.copyOf(warnings);
        infos = List.copyOf(infos);
    }
}
