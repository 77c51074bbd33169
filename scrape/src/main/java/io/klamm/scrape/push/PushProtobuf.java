package io.klamm.scrape.push;

import io.klamm.model.series.Labels;
import io.klamm.model.series.LabelsBuilder;
import io.klamm.model.series.MetricType;
import io.klamm.storage.remote.wire.ProtoReader;
import io.klamm.storage.remote.wire.WireException;
import java.util.Locale;
import java.util.Map;

/**
 * Reads what Go's client pushes: messages of {@code io.prometheus.client.MetricFamily}, each behind its length. Their numbers become the samples that
 * the text format has for them. Native histograms are left out, their sum and count are not. For one body.
 */
final class PushProtobuf {

    private static final String TYPE = "application/vnd.google.protobuf";
    private static final MetricType[] TYPES = {
        MetricType.COUNTER,
        MetricType.GAUGE,
        MetricType.SUMMARY,
        MetricType.UNKNOWN,
        MetricType.HISTOGRAM,
        MetricType.GAUGEHISTOGRAM
    };

    private final byte[] bytes;
    private final Gathered gathered;

    private PushProtobuf(byte[] bytes, Labels group) {
        this.bytes = bytes;
        this.gathered = new Gathered(group);
    }

    /** Whether a content type says that this is how a body is written. */
    static boolean is(String contentType) {
        return contentType.toLowerCase(Locale.ROOT).startsWith(TYPE);
    }

    /** The families of a body by name, with the labels of a group. */
    static Map<String, PushedFamily> read(byte[] bytes, int length, Labels group) throws PushRefusedException {
        PushProtobuf body = new PushProtobuf(bytes, group);
        try {
            ProtoReader reader = new ProtoReader(bytes, 0, length);
            while (reader.more()) {
                long size = reader.packed();
                if (size < 0 || size > length - reader.position()) {
                    throw PushRefusedException.bad("protobuf: a message of " + Long.toUnsignedString(size)
                            + " bytes (expected: at most the " + (length - reader.position()) + " that follow)");
                }
                body.family(reader.position(), reader.position() + (int) size);
                reader.jump((int) size);
            }
        } catch (WireException e) {
            throw PushRefusedException.bad(String.valueOf(e.getMessage()));
        }
        return body.gathered.families();
    }

    private void family(int from, int to) throws WireException, PushRefusedException {
        String name = "";
        MetricType type = MetricType.COUNTER;
        ProtoReader head = new ProtoReader(bytes, from, to);
        while (head.next()) {
            switch (head.field()) {
                case 1 -> name = head.text();
                case 2 -> gathered.help(name, head.text());
                case 3 -> type = type(head.int32());
                case 5 -> gathered.unit(name, head.text());
                default -> head.skip();
            }
        }
        if (name.isEmpty()) {
            throw PushRefusedException.bad("protobuf: a family without a name");
        }
        gathered.type(name, type);
        ProtoReader reader = new ProtoReader(bytes, from, to);
        while (reader.next()) {
            if (reader.field() == 4) {
                int outer = reader.enter();
                new PushedMetric(name, gathered).read(reader);
                reader.leave(outer);
            } else {
                reader.skip();
            }
        }
    }

    private static MetricType type(int number) throws PushRefusedException {
        if (number < 0 || number >= TYPES.length) {
            throw PushRefusedException.bad(
                    "protobuf: metric type " + number + " (expected: 0 to " + (TYPES.length - 1) + ")");
        }
        return TYPES[number];
    }

    /** The labels of a message {@code Metric}, whatever their place in it. */
    static Labels labels(ProtoReader metric) throws WireException {
        LabelsBuilder labels = new LabelsBuilder();
        int begin = metric.position();
        while (metric.next()) {
            if (metric.field() == 1) {
                int outer = metric.enter();
                String name = "";
                String value = "";
                while (metric.next()) {
                    switch (metric.field()) {
                        case 1 -> name = metric.text();
                        case 2 -> value = metric.text();
                        default -> metric.skip();
                    }
                }
                metric.leave(outer);
                labels.set(name, value);
            } else {
                metric.skip();
            }
        }
        metric.seek(begin);
        return labels.build();
    }
}
