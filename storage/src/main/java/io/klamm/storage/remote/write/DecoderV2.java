package io.klamm.storage.remote.write;

import io.klamm.model.series.Exemplar;
import io.klamm.model.series.Labels;
import io.klamm.model.series.LabelsBuilder;
import io.klamm.storage.SeriesRef;
import io.klamm.storage.remote.wire.ProtoReader;
import io.klamm.storage.remote.wire.ProtoWriter;
import io.klamm.storage.remote.wire.WireException;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code io.prometheus.write.v2.Request}. The numbers of symbols are good for one request only, so a series is found by its labels written out as the
 * first version has them: both versions share what is known of a client's series.
 */
final class DecoderV2 implements Decoder {

    private final SeriesFinder finder;
    private final Symbols symbols;
    private final LabelHash hash;
    private final References references = new References();
    private final ProtoWriter written = new ProtoWriter();
    private long writtenInAll;

    /** @param hash for descriptions */
    DecoderV2(byte[] message, SeriesFinder finder, LabelHash hash) {
        this.finder = finder;
        this.symbols = new Symbols(message);
        this.hash = hash;
    }

    @Override
    public void decode(ProtoReader in, Request into) throws WireException {
        int begin = in.position();
        while (in.next()) {
            if (in.field() == 4) {
                int length = in.length();
                symbols.add(in.position(), length);
                in.jump(length);
            } else {
                in.skip();
            }
        }
        symbols.check();
        in.seek(begin);
        while (in.next()) {
            if (in.field() == 5) {
                timeSeries(in, into);
            } else {
                in.skip();
            }
        }
    }

    private void timeSeries(ProtoReader in, Request into) throws WireException {
        int outer = in.enter();
        int begin = in.position();
        int samples = 0;
        long start = 0;
        written.clear();
        references.clear();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> references.read(in);
                case 2 -> {
                    samples++;
                    in.skip();
                }
                case 6 -> start = in.varint();
                default -> in.skip();
            }
        }
        writeLabels();
        CachedSeries series = finder.find(written.array(), 0, written.size());
        if (series == null) {
            into.invalid(samples, finder.refusal());
        }
        in.seek(begin);
        values(in, series, start, into);
        in.leave(outer);
    }

    /** Labels that are too long are cut where no store takes them any more: they are refused for their length. */
    private void writeLabels() throws WireException {
        for (int i = 0; i < references.size() && written.size() <= SeriesFinder.MAX_LABEL_BYTES; i += 2) {
            int label = written.begin(1);
            symbols.write(references.get(i), 1, written);
            symbols.write(references.get(i + 1), 2, written);
            written.end(label);
        }
        writtenInAll += written.size();
        if (writtenInAll > Symbols.MAX_WRITTEN) {
            throw WireException.tooLarge("labels: more than " + Symbols.MAX_WRITTEN
                    + " bytes when written out (expected: fewer in a request)");
        }
    }

    private void values(ProtoReader in, @Nullable CachedSeries series, long start, Request into) throws WireException {
        while (in.next()) {
            switch (in.field()) {
                case 2 -> {
                    if (series == null) {
                        in.skip();
                    } else {
                        SampleReader.read(in, series, start, into);
                    }
                }
                case 3 -> {
                    in.skip();
                    into.histogram(series);
                }
                case 4 -> into.exemplar(series, exemplar(in));
                case 5 -> metadata(in, series, into);
                default -> in.skip();
            }
        }
    }

    private Exemplar exemplar(ProtoReader in) throws WireException {
        references.clear();
        double value = 0;
        long time = 0;
        int outer = in.enter();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> references.read(in);
                case 2 -> value = in.float64();
                case 3 -> time = in.varint();
                default -> in.skip();
            }
        }
        in.leave(outer);
        LabelsBuilder labels = new LabelsBuilder();
        for (int i = 0; i < references.size(); i += 2) {
            labels.set(symbols.text(references.get(i)), symbols.text(references.get(i + 1)));
        }
        return new Exemplar(labels.build(), value, time);
    }

    private void metadata(ProtoReader in, @Nullable CachedSeries series, Request into) throws WireException {
        int type = 0;
        int help = 0;
        int unit = 0;
        int outer = in.enter();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> type = in.int32();
                case 3 -> help = in.int32();
                case 4 -> unit = in.int32();
                default -> in.skip();
            }
        }
        in.leave(outer);
        SeriesRef ref = series == null ? null : series.ref();
        boolean says = type != 0 || help != 0 || unit != 0;
        if (series != null && ref != null && says && series.isNews(symbols.hash(hash, type, help, unit))) {
            String family = Family.of(ref.labels().get(Labels.NAME), type);
            into.describe(family, type, symbols.text(help), symbols.text(unit));
        }
    }
}
