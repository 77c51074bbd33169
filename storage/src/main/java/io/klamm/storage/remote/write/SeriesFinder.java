package io.klamm.storage.remote.write;

import io.klamm.model.series.Labels;
import io.klamm.storage.Appender;
import io.klamm.storage.remote.wire.LabelFields;
import io.klamm.storage.remote.wire.WireException;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Finds a client's series by the bytes of its labels as remote write 1.0 has them: the repeated field 1 of a time series. For one thread. */
final class SeriesFinder {

    /** What no store takes anyway is not made into labels. */
    static final int MAX_LABEL_BYTES = 64 << 10;

    private final Appender appender;
    private final LabelHash hash;
    private final IntSupplier limit;
    private final SeriesCache cache = new SeriesCache();
    private String refusal = "";

    /** @param limit how many series may be known, which changes with the number of clients */
    SeriesFinder(Appender appender, LabelHash hash, IntSupplier limit) {
        this.appender = appender;
        this.hash = hash;
        this.limit = limit;
    }

    int known() {
        return cache.size();
    }

    /** The series of the labels that lie at {@code from <= index < to}; null if they are none, which {@link #refusal} explains. */
    @Nullable
    CachedSeries find(byte[] bytes, int from, int to) throws WireException {
        hash.of(bytes, from, to);
        CachedSeries known = cache.get(hash.high(), hash.low(), limit.getAsInt());
        return known != null ? known : make(bytes, from, to);
    }

    /** Why there was no series. */
    String refusal() {
        return refusal;
    }

    private @Nullable CachedSeries make(byte[] bytes, int from, int to) throws WireException {
        if (to - from > MAX_LABEL_BYTES) {
            refusal = "labels of " + (to - from) + " bytes (expected: at most " + MAX_LABEL_BYTES + ")";
            return null;
        }
        Labels labels = labels(bytes, from, to);
        if (labels == null) {
            return null;
        }
        CachedSeries made = new CachedSeries(hash.high(), hash.low(), appender.series(labels));
        cache.put(made, limit.getAsInt());
        return made;
    }

    private @Nullable Labels labels(byte[] bytes, int from, int to) throws WireException {
        List<String> pairs = LabelFields.readAll(bytes, from, to);
        try {
            Labels labels = LabelFields.labels(pairs);
            return labels.has(Labels.NAME) && !pairs.contains("") ? labels : checked(labels, pairs);
        } catch (WireException e) {
            refusal = String.valueOf(e.getMessage());
            return null;
        }
    }

    /** An empty value is a label that does not exist; an empty name is none. */
    private @Nullable Labels checked(Labels labels, List<String> pairs) {
        for (int i = 0; i < pairs.size(); i += 2) {
            if (pairs.get(i).isEmpty()) {
                refusal = "invalid labels: " + labels + ": a name is empty (expected: a name for each label)";
                return null;
            }
        }
        if (!labels.has(Labels.NAME)) {
            refusal = "invalid labels: " + labels + ": no metric name (expected: label " + Labels.NAME + ")";
            return null;
        }
        return labels;
    }
}
