package io.klamm.template.functions;

import java.util.Map;

/** A sample of an instant query's answer. */
public record QuerySample(Map<String, String> labels, double value) {

    public QuerySample {
        labels = Map.copyOf(labels);
    }
}
