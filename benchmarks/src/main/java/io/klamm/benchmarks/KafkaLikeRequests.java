package io.klamm.benchmarks;

import io.klamm.storage.remote.wire.LabelFields;
import io.klamm.storage.remote.wire.ProtoWriter;
import io.klamm.storage.remote.wire.SnappyBlock;
import java.io.IOException;

/** {@link KafkaLikeData} as a Prometheus sends it by remote write 1.0: row after row, {@value #SAMPLES} samples in a request. For one thread. */
final class KafkaLikeRequests {

    /** What a request has, as of a Prometheus that sends with its defaults. */
    static final int SAMPLES = 2_000;

    private final KafkaLikeData data;
    private final ProtoWriter[] labels;
    private final ProtoWriter out = new ProtoWriter(1 << 20);

    KafkaLikeRequests(KafkaLikeData data) {
        this.data = data;
        this.labels = new ProtoWriter[data.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = new ProtoWriter(512);
            LabelFields.write(labels[i], 1, data.labels(i));
        }
    }

    /** Takes a request, compressed. */
    interface Receiver {
        void take(byte[] request) throws IOException, InterruptedException;
    }

    /** Sends the next row of all series. */
    void row(Receiver receiver) throws IOException, InterruptedException {
        data.next();
        out.clear();
        int samples = 0;
        for (int i = 0; i < labels.length; i++) {
            int series = out.begin(1);
            out.raw(labels[i]);
            int sample = out.begin(2);
            out.float64(1, data.value(i)).varint(2, data.time(data.target(i))).end(sample);
            out.end(series);
            if (++samples == SAMPLES || i == labels.length - 1) {
                receiver.take(SnappyBlock.encode(out.array(), out.size()));
                out.clear();
                samples = 0;
            }
        }
    }
}
