package io.klamm.promql.engine;

import java.util.List;

/**
 * What one part of an expression cost, and its own parts.
 *
 * @param node the part, as PromQL
 * @param series how many series it gave
 * @param samples how many samples were read for it, its own parts included
 * @param nanos how long it took, its own parts included
 */
public record Explain(String node, int series, long samples, long nanos, List<Explain> children) {

    public Explain {
        children = List.copyOf(children);
    }
}
