package io.klamm.kafka;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** How many answers to fetches a consumer has had: the only way to tell "there is nothing" from "nobody says anything", by the client's own metrics. */
final class FetchMeter {

    private static final String GROUP = "consumer-fetch-manager-metrics";

    private final Consumer<?, ?> consumer;

    FetchMeter(Consumer<?, ?> consumer) {
        this.consumer = consumer;
    }

    long answers() {
        return (long) value("fetch-total");
    }

    /** Whether brokers hold this client back, by answers that are empty without meaning it. */
    boolean throttled() {
        return value("fetch-throttle-time-max") > 0;
    }

    private double value(String name) {
        return consumer.metrics().entrySet().stream()
                .filter(entry -> is(entry.getKey(), name))
                .mapToDouble(entry -> number(entry.getValue()))
                .findFirst()
                .orElse(0);
    }

    private static boolean is(MetricName metric, String name) {
        return metric.group().equals(GROUP)
                && metric.name().equals(name)
                && !metric.tags().containsKey("topic");
    }

    private static double number(Metric metric) {
        return metric.metricValue() instanceof Number number ? number.doubleValue() : 0;
    }
}
