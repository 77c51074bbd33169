package io.klamm.storage.remote.write;

import io.klamm.model.series.Exemplar;
import io.klamm.storage.remote.wire.LabelFields;
import io.klamm.storage.remote.wire.ProtoReader;
import io.klamm.storage.remote.wire.ProtoWriter;
import io.klamm.storage.remote.wire.WireException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code prometheus.WriteRequest}. A series is found by the bytes of its labels as they stand in the message. */
final class DecoderV1 implements Decoder {

    private final byte[] message;
    private final SeriesFinder finder;

    DecoderV1(byte[] message, SeriesFinder finder) {
        this.message = message;
        this.finder = finder;
    }

    @Override
    public void decode(ProtoReader in, Request into) throws WireException {
        while (in.next()) {
            switch (in.field()) {
                case 1 -> timeSeries(in, into);
                case 3 -> metadata(in, into);
                default -> in.skip();
            }
        }
    }

    private void timeSeries(ProtoReader in, Request into) throws WireException {
        int outer = in.enter();
        int begin = in.position();
        int labelsEnd = begin;
        boolean together = true;
        int samples = 0;
        for (int at = begin; in.next(); at = in.position()) {
            int field = in.field();
            in.skip();
            if (field == 1) {
                together = together && at == labelsEnd;
                labelsEnd = in.position();
            } else if (field == 2) {
                samples++;
            }
        }
        CachedSeries series = together ? finder.find(message, begin, labelsEnd) : scattered(in, begin);
        in.seek(together ? labelsEnd : begin);
        if (series == null) {
            into.invalid(samples, finder.refusal());
        }
        values(in, series, into);
        in.leave(outer);
    }

    /** Labels between other fields: allowed, though nobody writes them so. */
    private @Nullable CachedSeries scattered(ProtoReader in, int begin) throws WireException {
        ProtoWriter labels = new ProtoWriter();
        in.seek(begin);
        while (in.next()) {
            if (in.field() == 1) {
                int length = in.length();
                labels.bytes(1, message, in.position(), length);
                in.jump(length);
            } else {
                in.skip();
            }
        }
        return finder.find(labels.array(), 0, labels.size());
    }

    private static void values(ProtoReader in, @Nullable CachedSeries series, Request into) throws WireException {
        while (in.next()) {
            switch (in.field()) {
                case 2 -> {
                    if (series == null) {
                        in.skip();
                    } else {
                        SampleReader.read(in, series, 0, into);
                    }
                }
                case 3 -> into.exemplar(series, exemplar(in));
                case 4 -> {
                    in.skip();
                    into.histogram(series);
                }
                default -> in.skip();
            }
        }
    }

    private static Exemplar exemplar(ProtoReader in) throws WireException {
        List<String> labels = new ArrayList<>();
        double value = 0;
        long time = 0;
        int outer = in.enter();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> LabelFields.read(in, labels);
                case 2 -> value = in.float64();
                case 3 -> time = in.varint();
                default -> in.skip();
            }
        }
        in.leave(outer);
        return new Exemplar(LabelFields.labels(labels), value, time);
    }

    private static void metadata(ProtoReader in, Request into) throws WireException {
        int type = 0;
        String family = "";
        String help = "";
        String unit = "";
        int outer = in.enter();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> type = in.int32();
                case 2 -> family = in.text();
                case 4 -> help = in.text();
                case 5 -> unit = in.text();
                default -> in.skip();
            }
        }
        in.leave(outer);
        into.describe(family, type, help, unit);
    }
}
