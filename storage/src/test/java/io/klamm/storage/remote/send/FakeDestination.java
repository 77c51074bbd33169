package io.klamm.storage.remote.send;

import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;
import io.klamm.storage.Appender;
import io.klamm.storage.Committed;
import io.klamm.storage.Outcome;
import io.klamm.storage.SeriesRef;
import io.klamm.storage.memory.MemoryStorage;
import io.klamm.storage.remote.RemoteAnswer;
import io.klamm.storage.remote.RemoteCall;
import io.klamm.storage.remote.write.RemoteWriteReceiver;
import io.klamm.storage.remote.write.WriteProtocol;
import io.klamm.storage.remote.write.WriteSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** A destination in memory that takes no late samples, and can be told to be away, to know only version 1, or to drop the whole of a request for one bad sample. */
final class FakeDestination implements Transport {

    MemoryStorage store = new MemoryStorage(0);
    final TreeMap<String, Metadata> metadata = new TreeMap<>();
    final List<String> requests = new ArrayList<>();
    private final Clock clock;
    private RemoteWriteReceiver receiver;
    Reply instead = new Reply(204, Map.of(), "");
    boolean away;
    boolean onlyFirst;
    boolean firstSilently;
    boolean allOrNothing;
    long notBefore = Long.MIN_VALUE;

    FakeDestination(Clock clock) {
        this.clock = clock;
        this.receiver = receiver();
    }

    private RemoteWriteReceiver receiver() {
        return new RemoteWriteReceiver(
                writer -> new Strict(store.appender(writer)),
                WriteSettings.USUAL.withoutLog(),
                new Random(2),
                Clock.offset(clock, Duration.ofDays(100)));
    }

    /** Loses all that it has. */
    void forget() {
        store = new MemoryStorage(0);
        receiver = receiver();
    }

    @Override
    public CompletableFuture<Reply> send(WriteProtocol protocol, byte[] body) {
        if (away) {
            requests.add("away");
            return CompletableFuture.completedFuture(instead);
        }
        if (onlyFirst && protocol == WriteProtocol.V2) {
            requests.add("V2 unknown");
            return CompletableFuture.completedFuture(new Reply(firstSilently ? 204 : 415, Map.of(), ""));
        }
        RemoteCall call = new RemoteCall("klamm", Map.of("Content-Type", protocol.contentType()), body);
        RemoteAnswer answer = allOrNothing ? whole(call) : receiver.receive(call);
        requests.add(protocol + " " + answer.status());
        return CompletableFuture.completedFuture(
                new Reply(answer.status(), answer.headers(), answer.text().strip()));
    }

    /** As Prometheus answers version 1: nothing of a request is kept if one sample is refused. */
    private RemoteAnswer whole(RemoteCall call) {
        MemoryStorage before = store;
        store = copy(before);
        receiver = receiver();
        RemoteAnswer answer = receiver.receive(call);
        if (answer.status() != 204) {
            store = before;
            receiver = receiver();
        }
        return answer;
    }

    private static MemoryStorage copy(MemoryStorage from) {
        MemoryStorage copy = new MemoryStorage(0);
        try (Appender appender = copy.appender("copy")) {
            appender.begin(0);
            Stored.of(from).forEach((labels, samples) -> {
                SeriesRef ref = appender.series(labels);
                for (int i = 0; i < samples.size(); i++) {
                    appender.append(ref, samples.time(i), samples.value(i));
                }
            });
            appender.commit();
        }
        return copy;
    }

    /** Keeps what is said of metrics, and refuses what is older than it is told. */
    private final class Strict implements Appender {
        private final Appender inner;
        private long time;

        Strict(Appender inner) {
            this.inner = inner;
        }

        @Override
        public void begin(long timestamp) {
            time = timestamp;
            inner.begin(timestamp);
        }

        @Override
        public SeriesRef series(Labels labels) {
            return inner.series(labels);
        }

        @Override
        public Outcome append(SeriesRef series, double value) {
            return append(series, time, value);
        }

        @Override
        public Outcome append(SeriesRef series, long timestamp, double value) {
            return timestamp < notBefore ? Outcome.TOO_OLD : inner.append(series, timestamp, value);
        }

        @Override
        public void describe(String family, Metadata of) {
            metadata.put(family, of);
        }

        @Override
        public Committed commit() {
            return inner.commit();
        }

        @Override
        public void rollback() {
            inner.rollback();
        }

        @Override
        public void close() {
            inner.close();
        }
    }
}
