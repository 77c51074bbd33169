package io.klamm.storage.remote.read;

import io.klamm.model.series.Labels;
import io.klamm.storage.Queryable;
import io.klamm.storage.StorageException;
import io.klamm.storage.remote.RemoteAnswer;
import io.klamm.storage.remote.RemoteCall;
import io.klamm.storage.remote.wire.ProtoWriter;
import io.klamm.storage.remote.wire.SnappyBlock;
import io.klamm.storage.remote.wire.WireException;
import java.util.Map;

/** Answers Prometheus's remote read from a store, with samples or with a stream of chunks, as the reader prefers. Safe for use by several threads. */
public final class RemoteReadHandler {

    private static final Map<String, String> SAMPLES =
            Map.of("Content-Type", "application/x-protobuf", "Content-Encoding", "snappy");
    private static final Map<String, String> CHUNKS =
            Map.of("Content-Type", "application/x-streamed-protobuf; proto=prometheus.ChunkedReadResponse");

    private final Queryable store;
    private final ExternalLabels external;
    private final ReadSettings settings;

    /** @param external the labels that this server has for others: no series of the store has them, every one of an answer does */
    public RemoteReadHandler(Queryable store, Labels external, ReadSettings settings) {
        this.store = store;
        this.external = new ExternalLabels(external);
        this.settings = settings;
    }

    /** Reads; 400 for a request that makes no sense or wants too much, 500 if the store fails. */
    public ReadAnswer read(RemoteCall call) {
        try {
            ReadRequest request = ReadRequest.decode(SnappyBlock.decode(call.body(), SnappyBlock.MAX_DECODED));
            if (request.chunks()) {
                return new ReadAnswer.Streamed(
                        CHUNKS, new ChunkFrames(store, external, settings.frameBytes(), request));
            }
            ProtoWriter message = new SamplesWriter(store, external, settings.maxSamples()).write(request);
            byte[] body = SnappyBlock.encode(message.array(), message.size());
            return new ReadAnswer.Whole(new RemoteAnswer(200, SAMPLES, body));
        } catch (WireException e) {
            return new ReadAnswer.Whole(RemoteAnswer.failure(400, e));
        } catch (StorageException e) {
            return new ReadAnswer.Whole(RemoteAnswer.failure(500, e));
        }
    }
}
