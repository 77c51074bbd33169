package io.klamm.scrape.check;

import io.klamm.model.series.MetricType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of the family whose lines are being read. */
final class OpenMetricsFamily {

    final String name;
    final int line;
    final SampleGroups groups = new SampleGroups();
    final HistogramRules histogram;

    @Nullable
    private MetricType type;

    private boolean help;

    @Nullable
    private String unit;

    private boolean sampled;

    OpenMetricsFamily(String name, int line) {
        this.name = name;
        this.line = line;
        this.histogram = new HistogramRules(name);
    }

    MetricType type() {
        return type == null ? MetricType.UNKNOWN : type;
    }

    boolean sampled() {
        return sampled;
    }

    void sample() {
        sampled = true;
    }

    String unit() {
        return unit == null ? "" : unit;
    }

    /** False if it was known. */
    boolean type(MetricType newType) {
        boolean first = type == null;
        type = newType;
        return first;
    }

    /** False if it was known. */
    boolean help() {
        boolean first = !help;
        help = true;
        return first;
    }

    /** False if it was known. */
    boolean unit(String newUnit) {
        boolean first = unit == null;
        unit = newUnit;
        return first;
    }

    /** Whether a sample of this name is of this family. */
    boolean takes(String sample) {
        return sample.startsWith(name) && suffixes().contains(sample.substring(name.length()));
    }

    /** What the names of samples may have behind the family's. */
    private List<String> suffixes() {
        return suffixes(type());
    }

    static List<String> suffixes(MetricType type) {
        return switch (type) {
            case COUNTER -> List.of("_total", "_created");
            case SUMMARY -> List.of("", "_count", "_sum", "_created");
            case HISTOGRAM -> List.of("_count", "_sum", "_bucket", "_created");
            case GAUGEHISTOGRAM -> List.of("_gcount", "_gsum", "_bucket");
            case INFO -> List.of("_info");
            case GAUGE, STATESET, UNKNOWN -> List.of("");
        };
    }
}
