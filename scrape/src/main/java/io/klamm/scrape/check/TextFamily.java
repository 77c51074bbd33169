package io.klamm.scrape.check;

import io.klamm.model.series.Labels;
import io.klamm.model.series.MetricType;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a page in the text format says of one metric. */
final class TextFamily {

    final String name;
    final Set<String> labelNames = new TreeSet<>();
    boolean help;
    boolean described;
    boolean sampled;
    boolean repeated;
    int line;

    @Nullable
    private MetricType type;

    private final Set<Labels> series = new HashSet<>();

    TextFamily(String name, int line) {
        this.name = name;
        this.line = line;
    }

    MetricType type() {
        return type == null ? MetricType.UNKNOWN : type;
    }

    /** False if it was known, or if samples came before. */
    boolean type(MetricType newType) {
        boolean good = type == null && !sampled;
        type = newType;
        return good;
    }

    void sample(Labels labels) {
        sampled = true;
        repeated |= !series.add(labels);
        for (int i = 0; i < labels.size(); i++) {
            if (!labels.name(i).equals(Labels.NAME)) {
                labelNames.add(labels.name(i));
            }
        }
    }
}
