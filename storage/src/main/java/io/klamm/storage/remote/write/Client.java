package io.klamm.storage.remote.write;

import io.klamm.storage.Appender;
import io.klamm.storage.remote.wire.ProtoReader;
import io.klamm.storage.remote.wire.WireException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/** One sender: its way into the store and the series that it has named. Its requests are written one after another. Safe for use by several threads. */
final class Client {

    private final ReentrantLock alone = new ReentrantLock();
    private final Appender appender;
    private final LabelHash hash;
    private final SeriesFinder finder;
    private final BatchWriter writer;
    private final Rows rows = new Rows();
    private boolean closed;
    private volatile int known;

    Client(Appender appender, LabelHash hash, IntSupplier limit) {
        this.appender = appender;
        this.hash = hash;
        this.finder = new SeriesFinder(appender, hash, limit);
        this.writer = new BatchWriter(appender);
    }

    /** A client of the same name is to be asked for again. */
    static final class ClosedException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** Writes a request; nothing of one that is malformed is written. */
    Tally write(byte[] message, WriteProtocol protocol, int maxSamples, long latest)
            throws WireException, ClosedException {
        alone.lock();
        try {
            if (closed) {
                throw new ClosedException();
            }
            Request request = new Request(rows, maxSamples, latest);
            decoder(message, protocol).decode(new ProtoReader(message, 0, message.length), request);
            writer.write(request);
            known = finder.known();
            return request.tally();
        } finally {
            alone.unlock();
        }
    }

    private Decoder decoder(byte[] message, WriteProtocol protocol) {
        return switch (protocol) {
            case V1 -> new DecoderV1(message, finder);
            case V2 -> new DecoderV2(message, finder, hash);
        };
    }

    /** How many series are known by their bytes. */
    int known() {
        return known;
    }

    /** Waits for the request that is being written, if there is one. */
    void close() {
        alone.lock();
        try {
            if (!closed) {
                closed = true;
                appender.close();
            }
        } finally {
            alone.unlock();
        }
    }
}
