package io.klamm.rules.text;

import io.klamm.promql.value.Vector;
import io.klamm.rules.group.Queries;
import io.klamm.template.functions.PrometheusFunctions;
import io.klamm.template.functions.QuerySample;
import io.klamm.template.value.Functions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Prometheus's functions for templates; {@code query} asks a store. */
public final class PrometheusTexts implements TimedFunctions {

    private final Queries queries;
    private final String externalUrl;

    /** @param externalUrl of the server, as people reach it; may be empty */
    public PrometheusTexts(Queries queries, String externalUrl) {
        this.queries = queries;
        this.externalUrl = externalUrl;
    }

    @Override
    public Functions at(Instant time) {
        return PrometheusFunctions.of(promql -> samples(promql, time), time, externalUrl);
    }

    private List<QuerySample> samples(String promql, Instant time) {
        Vector found = queries.at(promql, time);
        List<QuerySample> samples = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            samples.add(new QuerySample(found.labels(i).toMap(), found.value(i)));
        }
        return samples;
    }
}
