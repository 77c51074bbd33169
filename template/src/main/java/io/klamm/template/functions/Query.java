package io.klamm.template.functions;

import java.util.List;

/** Answers a PromQL expression at the time of the rule's evaluation; what it throws becomes the template's error. */
@FunctionalInterface
public interface Query {

    List<QuerySample> query(String promql);
}
