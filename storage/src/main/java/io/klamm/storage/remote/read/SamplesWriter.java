package io.klamm.storage.remote.read;

import io.klamm.storage.Querier;
import io.klamm.storage.Queryable;
import io.klamm.storage.SampleBuffer;
import io.klamm.storage.Selection;
import io.klamm.storage.Series;
import io.klamm.storage.SeriesSet;
import io.klamm.storage.remote.wire.LabelFields;
import io.klamm.storage.remote.wire.ProtoWriter;
import io.klamm.storage.remote.wire.WireException;

/** Writes {@code prometheus.ReadResponse}: all samples of all queries in one message. For one thread, once. */
final class SamplesWriter {

    private static final int MAX_BYTES = 1 << 30;

    private final Queryable store;
    private final ExternalLabels external;
    private final long maxSamples;
    private final ProtoWriter out = new ProtoWriter(64 << 10);
    private final SampleBuffer samples = new SampleBuffer(1024);
    private long count;

    SamplesWriter(Queryable store, ExternalLabels external, long maxSamples) {
        this.store = store;
        this.external = external;
        this.maxSamples = maxSamples;
    }

    /** The message; one of too many samples is refused. */
    ProtoWriter write(ReadRequest request) throws WireException {
        for (ReadQuery query : request.queries()) {
            int result = out.begin(1);
            write(query);
            out.end(result);
        }
        return out;
    }

    private void write(ReadQuery query) throws WireException {
        try (Querier querier = store.querier(query.from(), query.to())) {
            SeriesSet set = querier.select(new Selection(external.inside(query.matchers()), true, query.hints()));
            while (set.next()) {
                write(set.at(), query.hints().samples());
            }
        }
    }

    private void write(Series series, boolean withSamples) throws WireException {
        samples.clear();
        if (withSamples) {
            series.read(samples);
        }
        count += samples.size();
        if (count > maxSamples || out.size() > MAX_BYTES) {
            throw WireException.malformed("exceeded sample limit (" + maxSamples + ")");
        }
        int begun = out.begin(1);
        LabelFields.write(out, 1, external.outside(series.labels()));
        for (int i = 0; i < samples.size(); i++) {
            int sample = out.begin(2);
            out.float64(1, samples.value(i)).varint(2, samples.time(i)).end(sample);
        }
        out.end(begun);
    }
}
