package io.klamm.storage.remote.write;

import io.klamm.storage.remote.RemoteCall;
import io.klamm.storage.remote.wire.ProtoReader;
import io.klamm.storage.remote.wire.ProtoWriter;
import io.klamm.storage.remote.wire.SnappyBlock;
import io.klamm.storage.remote.wire.WireException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Requests as a sender makes them, put together field by field. */
final class Messages {

    private Messages() {}

    static RemoteCall v1(Consumer<ProtoWriter> message) {
        return call("client", WriteProtocol.V1.contentType(), message);
    }

    static RemoteCall v2(Consumer<ProtoWriter> message) {
        return call("client", WriteProtocol.V2.contentType(), message);
    }

    static RemoteCall call(String client, String contentType, Consumer<ProtoWriter> message) {
        ProtoWriter out = new ProtoWriter();
        message.accept(out);
        return new RemoteCall(
                client,
                Map.of("content-type", contentType, "content-encoding", "snappy"),
                SnappyBlock.encode(out.array(), out.size()));
    }

    /** A time series of the first version. */
    static void series(ProtoWriter out, List<String> labels, Consumer<ProtoWriter> values) {
        int series = out.begin(1);
        for (int i = 0; i < labels.size(); i += 2) {
            label(out, 1, labels.get(i), labels.get(i + 1));
        }
        values.accept(out);
        out.end(series);
    }

    static void label(ProtoWriter out, int field, String name, String value) {
        int label = out.begin(field);
        out.text(1, name).text(2, value).end(label);
    }

    static void sample(ProtoWriter out, long time, double value) {
        int sample = out.begin(2);
        out.float64(1, value).varint(2, time).end(sample);
    }

    /** A request of the second version with the symbols that it needs. */
    static final class Second {
        private final List<String> symbols = new ArrayList<>(List.of(""));
        private final ProtoWriter series = new ProtoWriter();

        int symbol(String text) {
            if (!symbols.contains(text)) {
                symbols.add(text);
            }
            return symbols.indexOf(text);
        }

        Second series(List<String> labels, Consumer<ProtoWriter> values) {
            int one = series.begin(5);
            int references = series.begin(1);
            labels.forEach(label -> series.packed(symbol(label)));
            series.end(references);
            values.accept(series);
            series.end(one);
            return this;
        }

        void writeTo(ProtoWriter out) {
            symbols.forEach(symbol -> out.text(4, symbol));
            ProtoReader in = new ProtoReader(series.array(), 0, series.size());
            try {
                while (in.next()) {
                    int length = in.length();
                    out.bytes(5, series.array(), in.position(), length);
                    in.jump(length);
                }
            } catch (WireException e) {
                throw new AssertionError(e);
            }
        }
    }
}
