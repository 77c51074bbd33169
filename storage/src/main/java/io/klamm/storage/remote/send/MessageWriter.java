package io.klamm.storage.remote.send;

import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;
import io.klamm.model.series.MetricType;
import io.klamm.storage.remote.wire.LabelFields;
import io.klamm.storage.remote.wire.ProtoWriter;
import io.klamm.storage.remote.wire.SnappyBlock;
import io.klamm.storage.remote.write.WriteProtocol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes requests of both versions. For one thread. */
final class MessageWriter {

    private static final List<MetricType> TYPES = List.of(
            MetricType.UNKNOWN,
            MetricType.COUNTER,
            MetricType.GAUGE,
            MetricType.HISTOGRAM,
            MetricType.GAUGEHISTOGRAM,
            MetricType.SUMMARY,
            MetricType.INFO,
            MetricType.STATESET);

    private final KnownMetadata metadata;
    private final ProtoWriter out = new ProtoWriter(64 << 10);
    private final ProtoWriter message = new ProtoWriter(64 << 10);
    private final Map<String, Integer> symbols = new HashMap<>();

    /** @param metadata what the second version tells with every series */
    MessageWriter(KnownMetadata metadata) {
        this.metadata = metadata;
    }

    /** The compressed message of a part. */
    byte[] write(Part part, WriteProtocol protocol) {
        message.clear();
        switch (protocol) {
            case V1 -> writeFirst(part);
            case V2 -> writeSecond(part);
        }
        return SnappyBlock.encode(message.array(), message.size());
    }

    private void writeFirst(Part part) {
        for (int s = 0; s < part.series(); s++) {
            int series = message.begin(1);
            LabelFields.write(message, 1, part.labels(s));
            writeSamples(message, part, s);
            message.end(series);
        }
        part.metadata().forEach(this::writeMetadata);
    }

    private void writeMetadata(String family, Metadata of) {
        int begun = message.begin(3);
        message.varint(1, TYPES.indexOf(of.type()))
                .text(2, family)
                .text(4, of.help())
                .text(5, of.unit())
                .end(begun);
    }

    private static void writeSamples(ProtoWriter to, Part part, int series) {
        for (int i = part.begin(series); i < part.begin(series + 1); i++) {
            int sample = to.begin(2);
            to.float64(1, part.value(i)).varint(2, part.time(i)).end(sample);
        }
    }

    /** The symbols come first, but are only known when all series are written. */
    private void writeSecond(Part part) {
        symbols.clear();
        out.clear();
        message.text(4, "");
        symbols.put("", 0);
        for (int s = 0; s < part.series(); s++) {
            int series = out.begin(5);
            writeReferences(part.labels(s));
            writeSamples(out, part, s);
            writeDescription(part.labels(s));
            out.end(series);
        }
        message.raw(out);
    }

    private void writeReferences(Labels labels) {
        int references = out.begin(1);
        for (int i = 0; i < labels.size(); i++) {
            out.packed(symbol(labels.name(i))).packed(symbol(labels.value(i)));
        }
        out.end(references);
    }

    private void writeDescription(Labels labels) {
        @Nullable Metadata of = metadata.of(labels.metricName());
        if (of != null) {
            int begun = out.begin(5);
            out.varint(1, TYPES.indexOf(of.type()))
                    .varint(3, symbol(of.help()))
                    .varint(4, symbol(of.unit()))
                    .end(begun);
        }
    }

    private int symbol(String text) {
        Integer known = symbols.get(text);
        if (known != null) {
            return known;
        }
        int number = symbols.size();
        symbols.put(text, number);
        message.text(4, text);
        return number;
    }
}
