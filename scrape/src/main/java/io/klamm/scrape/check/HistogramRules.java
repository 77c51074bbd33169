package io.klamm.scrape.check;

import io.klamm.model.series.Labels;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the samples of one histogram must be to each other: buckets in order and complete, sum and count both or neither. */
final class HistogramRules {

    private final String name;

    @Nullable
    private Labels group;

    private double seconds;
    private double bucket;
    private double value;
    private boolean anyBucket;
    private boolean negativeBuckets;
    private boolean sum;
    private boolean gaugeSum;
    private boolean negativeGaugeSum;
    private Optional<Double> count = Optional.empty();

    HistogramRules(String name) {
        this.name = name;
    }

    /**
     * Takes the next sample.
     *
     * @param newGroup the labels that make the histogram
     * @param newSeconds the sample's time; NaN if it has none
     * @param suffix what its name has behind the family's
     * @param bound of a bucket
     * @return why it may not stand here; empty if it may
     */
    String add(Labels newGroup, double newSeconds, String suffix, double bound, double sample) {
        String problem = "";
        if (!Objects.equals(newGroup, group) || Double.compare(newSeconds, seconds) != 0) {
            problem = finish();
            begin(newGroup, newSeconds);
        }
        switch (suffix) {
            case "_bucket" -> problem = problem.isEmpty() ? bucket(bound, sample) : problem;
            case "_count", "_gcount" -> count = Optional.of(sample);
            case "_sum" -> sum = true;
            case "_gsum" -> {
                gaugeSum = true;
                negativeGaugeSum |= sample < 0;
            }
            default -> {}
        }
        return problem;
    }

    private void begin(Labels newGroup, double newSeconds) {
        group = newGroup;
        seconds = newSeconds;
        bucket = 0;
        value = 0;
        anyBucket = false;
        negativeBuckets = false;
        sum = false;
        gaugeSum = false;
        negativeGaugeSum = false;
        count = Optional.empty();
    }

    private String bucket(double bound, double sample) {
        String problem = "";
        if (anyBucket && bound <= bucket) {
            problem = "a bucket of " + name + " after a larger one (expected: rising bounds)";
        } else if (sample < value) {
            problem = "a bucket of " + name + " with less than the one before (expected: counts that do not fall)";
        }
        negativeBuckets |= bound < 0;
        anyBucket = true;
        bucket = bound;
        value = sample;
        return problem;
    }

    /** Why the histogram that was read is not whole; empty if it is, or if there is none. */
    String finish() {
        if (group == null) {
            return "";
        }
        if (!anyBucket || bucket != Double.POSITIVE_INFINITY) {
            return "histogram " + name + " without a last bucket le=\"+Inf\"";
        }
        if (count.isPresent() && count.get() != value) {
            return "histogram " + name + " whose count is not that of its bucket +Inf";
        }
        if ((sum || gaugeSum) && count.isEmpty()) {
            return "histogram " + name + " with a sum and no count (expected: both or none)";
        }
        if (!(sum || gaugeSum) && count.isPresent()) {
            return "histogram " + name + " with a count and no sum (expected: both or none)";
        }
        if (negativeBuckets && sum) {
            return "histogram " + name + " with a sum and negative buckets (expected: no sum)";
        }
        return negativeGaugeSum && !negativeBuckets
                ? "histogram " + name + " with a negative sum and no negative buckets"
                : "";
    }
}
