package io.klamm.storage.remote.write;

import io.klamm.storage.Appenders;
import io.klamm.storage.StorageException;
import io.klamm.storage.remote.RemoteAnswer;
import io.klamm.storage.remote.RemoteCall;
import io.klamm.storage.remote.wire.SnappyBlock;
import io.klamm.storage.remote.wire.WireException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Takes what Prometheus and its kin write by remote write 1.0 and 2.0, and puts it into a store. Safe for use by several threads.
 *
 * <p>The statuses: 204 when all is kept; 400 when the request is malformed, or part of it was refused by the store while the rest was kept; 413 for
 * too much at once; 415 for another format or encoding; 500 and 503 when the store could not keep it, which is to be sent again.
 */
public final class RemoteWriteReceiver implements AutoCloseable {

    private final WriteSettings settings;
    private final Clock clock;
    private final Clients clients;
    private final WriteCounters counters = new WriteCounters();

    /** @param random of which the keys are made under which series are found; of a kind that nobody outside can guess */
    public RemoteWriteReceiver(Appenders appenders, WriteSettings settings, RandomGenerator random, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.clients = new Clients(appenders, random, settings);
    }

    /** Writes a request into the store; blocks while another one of the same client is being written. */
    public RemoteAnswer receive(RemoteCall call) {
        RemoteAnswer answer = answer(call);
        counters.answered(answer.status());
        return answer;
    }

    private RemoteAnswer answer(RemoteCall call) {
        String contentType = call.header("Content-Type");
        Optional<WriteProtocol> protocol = WriteProtocol.of(contentType);
        if (protocol.isEmpty()) {
            return RemoteAnswer.text(
                    415,
                    "Content-Type: " + contentType + " (expected: " + WriteProtocol.V1.contentType() + " or "
                            + WriteProtocol.V2.contentType() + ")");
        }
        String encoding = call.header("Content-Encoding");
        if (!isSnappy(encoding)) {
            return RemoteAnswer.text(415, "Content-Encoding: " + encoding + " (expected: snappy)");
        }
        try {
            return write(call, protocol.get());
        } catch (WireException e) {
            return RemoteAnswer.failure(e.isTooLarge() ? 413 : 400, e);
        } catch (StorageException e) {
            return RemoteAnswer.failure(500, e);
        }
    }

    /** Old senders name no encoding. */
    private static boolean isSnappy(@Nullable String encoding) {
        return encoding == null
                || encoding.isBlank()
                || encoding.strip().toLowerCase(Locale.ROOT).equals("snappy");
    }

    private RemoteAnswer write(RemoteCall call, WriteProtocol protocol) throws WireException {
        byte[] message = SnappyBlock.decode(call.body(), settings.maxBytes());
        while (true) {
            Client client = clients.of(call.client());
            try {
                Tally tally = write(client, message, protocol);
                counters.written(tally);
                return answer(tally, protocol);
            } catch (Client.ClosedException e) {
                // It has been silent for so long that it made room for another just now: the next one is new.
            } catch (StorageException e) {
                clients.drop(call.client(), client);
                throw e;
            }
        }
    }

    private Tally write(Client client, byte[] message, WriteProtocol protocol)
            throws WireException, Client.ClosedException {
        long latest = clock.millis() + settings.maxAhead().toMillis();
        return client.write(message, protocol, settings.maxSamples(), latest);
    }

    private RemoteAnswer answer(Tally tally, WriteProtocol protocol) {
        RemoteAnswer answer;
        boolean kept = tally.logged() || !settings.logged();
        if (!kept) {
            answer = RemoteAnswer.text(503, "log: not written (expected: a disk with space that takes writes)")
                    .with(Map.of("Retry-After", "5"));
        } else if (tally.refused(protocol)) {
            answer = RemoteAnswer.text(400, tally.text());
        } else {
            answer = RemoteAnswer.empty(204);
        }
        return protocol == WriteProtocol.V1 ? answer : answer.with(written(tally, kept));
    }

    private static Map<String, String> written(Tally tally, boolean kept) {
        return Map.of(
                "X-Prometheus-Remote-Write-Samples-Written",
                        Integer.toString(kept ? tally.samples().kept() : 0),
                "X-Prometheus-Remote-Write-Histograms-Written", "0",
                "X-Prometheus-Remote-Write-Exemplars-Written",
                        Integer.toString(kept ? tally.exemplars().kept() : 0));
    }

    public WriteStatus status() {
        return counters.status(clients.size(), clients.knownSeries());
    }

    /** Lets go of the store; to be called when no more requests come. Safe to be called twice. */
    @Override
    public void close() {
        clients.close();
    }
}
