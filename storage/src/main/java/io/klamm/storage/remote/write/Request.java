package io.klamm.storage.remote.write;

import io.klamm.model.series.Exemplar;
import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;
import io.klamm.model.series.MetricType;
import io.klamm.storage.Outcome;
import io.klamm.storage.SeriesRef;
import io.klamm.storage.remote.wire.WireException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request holds, decoded, and what is known of its fate. For one thread. */
final class Request {

    private static final MetricType[] TYPES = {
        MetricType.UNKNOWN,
        MetricType.COUNTER,
        MetricType.GAUGE,
        MetricType.HISTOGRAM,
        MetricType.GAUGEHISTOGRAM,
        MetricType.SUMMARY,
        MetricType.INFO,
        MetricType.STATESET
    };

    /** An example behind a series. */
    record ExemplarRow(CachedSeries series, Exemplar exemplar) {}

    /** A word about a metric. */
    record Description(String family, Metadata metadata) {}

    private final Rows rows;
    private final Tally tally = new Tally();
    private final List<ExemplarRow> exemplars = new ArrayList<>();
    private final List<Description> descriptions = new ArrayList<>();
    private final int maxSamples;
    private final long latest;
    private int samples;

    /**
     * @param rows room for the samples
     * @param latest the latest time that is taken, in milliseconds since the epoch
     */
    Request(Rows rows, int maxSamples, long latest) {
        this.rows = rows;
        this.maxSamples = maxSamples;
        this.latest = Math.min(latest, Rows.LATEST);
        rows.clear();
    }

    /** A sample of a series. */
    void sample(CachedSeries series, long start, long time, double value) throws WireException {
        count(1);
        if (time > latest) {
            tally.sample(Outcome.TOO_FAR_AHEAD, series, time);
        } else if (time < Rows.EARLIEST) {
            tally.sample(Outcome.TOO_OLD, series, time);
        } else {
            rows.add(series, start, time, value);
        }
    }

    /** Samples of a series whose labels are none. */
    void invalid(int count, String why) throws WireException {
        count(count);
        tally.invalid(count, why.startsWith("labels of") ? Outcome.LIMIT : Outcome.INVALID_LABELS, why);
    }

    void exemplar(@Nullable CachedSeries series, Exemplar exemplar) throws WireException {
        count(1);
        if (series == null) {
            tally.exemplar(Outcome.INVALID_LABELS);
        } else if (exemplar.timestamp() > latest) {
            tally.exemplar(Outcome.TOO_FAR_AHEAD);
        } else {
            exemplars.add(new ExemplarRow(series, exemplar));
        }
    }

    /** A native histogram, which is not kept. */
    void histogram(@Nullable CachedSeries series) {
        SeriesRef ref = series == null ? null : series.ref();
        tally.histogram(ref == null ? Labels.EMPTY : ref.labels());
    }

    void describe(String family, int type, String help, String unit) throws WireException {
        count(1);
        if (!family.isEmpty()) {
            MetricType known = type >= 0 && type < TYPES.length ? TYPES[type] : MetricType.UNKNOWN;
            descriptions.add(new Description(family, new Metadata(known, help, unit)));
        }
    }

    /** Whether what has been read, with so many more, is still taken. */
    private void count(int more) throws WireException {
        samples += more;
        if (samples > maxSamples) {
            throw WireException.tooLarge("request: more than " + maxSamples + " samples");
        }
    }

    Rows rows() {
        return rows;
    }

    List<ExemplarRow> exemplars() {
        return exemplars;
    }

    List<Description> descriptions() {
        return descriptions;
    }

    Tally tally() {
        return tally;
    }
}
