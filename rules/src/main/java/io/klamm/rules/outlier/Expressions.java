package io.klamm.rules.outlier;

import io.klamm.model.series.Labels;
import java.time.Instant;
import java.util.Map;

/** Answers a PromQL expression at one time: the value of every series. */
@FunctionalInterface
public interface Expressions {

    Map<Labels, Double> at(String expression, Instant time);
}
