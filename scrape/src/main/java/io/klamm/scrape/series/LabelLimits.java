package io.klamm.scrape.series;

import io.klamm.model.series.Labels;
import io.klamm.scrape.config.Limits;
import java.nio.charset.StandardCharsets;

/** Whether a series' labels are few and short enough. The texts are Prometheus's. */
final class LabelLimits {

    private static final int SHOWN = 50;

    private LabelLimits() {}

    /** Why they are not; empty if they are. */
    static String problem(Labels labels, Limits limits) {
        String metric = cut(labels.metricName());
        if (limits.labels() > 0 && labels.size() > limits.labels()) {
            return String.format(
                    "label_limit exceeded (metric: %s, number of labels: %d, limit: %d)",
                    metric, labels.size(), limits.labels());
        }
        if (limits.labelNameLength() == 0 && limits.labelValueLength() == 0) {
            return "";
        }
        for (int i = 0; i < labels.size(); i++) {
            String name = labels.name(i);
            if (limits.labelNameLength() > 0 && bytes(name) > limits.labelNameLength()) {
                return String.format(
                        "label_name_length_limit exceeded (metric: %s, label name: %s, length: %d, limit: %d)",
                        metric, cut(name), bytes(name), limits.labelNameLength());
            }
            String value = labels.value(i);
            if (limits.labelValueLength() > 0 && bytes(value) > limits.labelValueLength()) {
                return String.format(
                        "label_value_length_limit exceeded (metric: %s, label name: %s, value: \"%s\", length: %d, limit: %d)",
                        metric, cut(name), cut(value), bytes(value), limits.labelValueLength());
            }
        }
        return "";
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN);
    }
}
