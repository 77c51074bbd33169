package io.klamm.storage.memory;

import io.klamm.model.series.Labels;
import io.klamm.storage.Appender;
import io.klamm.storage.Committed;
import io.klamm.storage.Outcome;
import io.klamm.storage.SeriesRef;
import java.util.LinkedHashMap;
import java.util.Map;

/** A batch for a {@link MemoryStorage}, kept aside until it is committed. */
final class MemoryAppender implements Appender {

    private record Ref(Labels labels) implements SeriesRef {}

    private final MemoryStorage storage;
    private final Map<Labels, MemorySeries> pending = new LinkedHashMap<>();
    private int samples;
    private boolean begun;
    private long timestamp;

    MemoryAppender(MemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public void begin(long batchTimestamp) {
        if (begun) {
            throw new IllegalStateException("begin: a batch is open (expected: commit or rollback first)");
        }
        begun = true;
        timestamp = batchTimestamp;
    }

    @Override
    public SeriesRef series(Labels labels) {
        return new Ref(labels);
    }

    @Override
    public Outcome append(SeriesRef series, double value) {
        return append(series, timestamp, value);
    }

    @Override
    public Outcome append(SeriesRef series, long time, double value) {
        requireBatch("append");
        Labels labels = series.labels();
        if (!labels.has(Labels.NAME)) {
            return Outcome.INVALID_LABELS;
        }
        Outcome outcome = outcome(labels, time, value);
        if (outcome == Outcome.APPENDED) {
            pending.computeIfAbsent(labels, MemorySeries::new).add(time, value);
            samples++;
        }
        return outcome;
    }

    private Outcome outcome(Labels labels, long time, double value) {
        Outcome outcome = storage.alone(() -> {
            MemorySeries kept = storage.find(labels);
            return kept == null ? Outcome.APPENDED : kept.outcome(time, value, storage.lateWindow());
        });
        MemorySeries waiting = pending.get(labels);
        return outcome != Outcome.APPENDED || waiting == null
                ? outcome
                : waiting.outcome(time, value, storage.lateWindow());
    }

    @Override
    public Committed commit() {
        requireBatch("commit");
        int committed = storage.alone(() -> {
            pending.forEach((labels, series) -> {
                MemorySpan span = series.span(Long.MIN_VALUE, Long.MAX_VALUE);
                span.forEach((time, value) -> storage.add(labels, time, value));
            });
            return samples;
        });
        end();
        return new Committed(committed, false);
    }

    @Override
    public void rollback() {
        requireBatch("rollback");
        end();
    }

    @Override
    public void close() {
        end();
    }

    private void end() {
        pending.clear();
        samples = 0;
        begun = false;
    }

    private void requireBatch(String call) {
        if (!begun) {
            throw new IllegalStateException(call + ": no batch is open (expected: begin first)");
        }
    }
}
