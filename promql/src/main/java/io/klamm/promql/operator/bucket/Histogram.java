package io.klamm.promql.operator.bucket;

import io.klamm.model.series.Labels;
import io.klamm.promql.functions.Buckets;
import io.klamm.promql.row.KeptRow;
import io.klamm.promql.row.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The rows of one classic histogram's buckets, lowest bound first once {@link #sort}ed. */
final class Histogram {

    private record Bucket(double bound, KeptRow counts) {}

    private final Labels labels;
    private final List<Bucket> buckets = new ArrayList<>();

    /**
     * A histogram without buckets yet.
     *
     * @param labels of the whole, without those of a bucket
     */
    Histogram(Labels labels) {
        this.labels = labels;
    }

    Labels labels() {
        return labels;
    }

    void add(double bound, KeptRow counts) {
        buckets.add(new Bucket(bound, counts));
    }

    void sort() {
        buckets.sort(Comparator.comparingDouble(Bucket::bound));
    }

    /** Puts the buckets that have a count at a step in place of what is there. */
    void at(int step, Buckets into) {
        into.clear();
        for (Bucket bucket : buckets) {
            double count = bucket.counts.get(step);
            if (!Row.absent(count)) {
                into.add(bucket.bound, count);
            }
        }
    }
}
