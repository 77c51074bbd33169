package io.klamm.web;

import io.klamm.model.ComponentStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts requests by route and status, and errors by kind. Safe for use by several threads. */
final class HttpCounters {

    private final Clock clock;
    private final ConcurrentMap<Answered, LongAdder> requests = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, LongAdder> errors = new ConcurrentHashMap<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger eventClients = new AtomicInteger();
    private volatile @Nullable String lastError;
    private volatile @Nullable Instant lastRequest;

    HttpCounters(Clock clock) {
        this.clock = clock;
    }

    /** What is counted apart. */
    record Answered(String route, int code) {}

    void answered(String route, int code) {
        requests.computeIfAbsent(new Answered(route, code), key -> new LongAdder())
                .increment();
        lastRequest = clock.instant();
    }

    void error(String kind) {
        errors.computeIfAbsent(kind, key -> new LongAdder()).increment();
    }

    void internalError(String route, Throwable cause) {
        error("internal");
        lastError = route + ": " + cause.getClass().getSimpleName();
    }

    AtomicInteger connections() {
        return connections;
    }

    AtomicInteger eventClients() {
        return eventClients;
    }

    Map<Answered, Long> requests() {
        Map<Answered, Long> sums = new ConcurrentHashMap<>();
        requests.forEach((answered, count) -> sums.put(answered, count.sum()));
        return sums;
    }

    SortedMap<String, Long> errors() {
        SortedMap<String, Long> sums = new TreeMap<>();
        errors.forEach((kind, count) -> sums.put(kind, count.sum()));
        return sums;
    }

    ComponentStatus status(String instance, ComponentStatus.State state) {
        SortedMap<String, Long> byRoute = new TreeMap<>();
        requests().forEach((answered, count) -> byRoute.merge(answered.route(), count, Long::sum));
        long failures = requests().entrySet().stream()
                .filter(entry -> entry.getKey().code() == 500)
                .mapToLong(Map.Entry::getValue)
                .sum();
        SortedMap<String, Long> counts = new TreeMap<>(
                Map.of("connections", (long) connections.get(), "event clients", (long) eventClients.get()));
        return new ComponentStatus(
                "web",
                instance,
                state,
                lastRequest,
                lastRequest,
                null,
                null,
                byRoute.values().stream().mapToLong(Long::longValue).sum(),
                failures,
                counts,
                byRoute,
                errors(),
                lastError);
    }
}
