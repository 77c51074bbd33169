package io.klamm.benchmarks;

import io.klamm.model.series.Labels;
import java.util.function.DoubleSupplier;

/** One series of {@link KafkaLikeData}: what it is called, the target that shows it, and where its newest value comes from. */
record KafkaLikeSeries(KafkaLikeData.Kind kind, Labels labels, int target, DoubleSupplier value) {}
