package io.klamm.storage.remote.send;

import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;
import io.klamm.storage.StorageException;
import io.klamm.storage.log.LogPosition;
import io.klamm.storage.log.LogSink;
import io.klamm.storage.log.LogTail;
import io.klamm.storage.log.SampleLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A log in memory, of records of ten bytes, five to a segment; as many records can be deleted as one likes. */
public final class MemoryLog implements SampleLog {

    private static final int BYTES = 10;
    private static final int SEGMENT = 5;

    /** One sample. */
    public record Row(Labels labels, long time, double value) {}

    private record Entry(List<Row> rows, Map<String, Metadata> metadata) {}

    private final List<Entry> records = new ArrayList<>();
    private final Map<String, LogPosition> kept = new HashMap<>();
    private int deleted;
    private boolean broken;

    public synchronized void add(List<Row> rows) {
        records.add(new Entry(List.copyOf(rows), Map.of()));
    }

    synchronized void describe(String family, Metadata metadata) {
        records.add(new Entry(List.of(), Map.of(family, metadata)));
    }

    synchronized void delete(int count) {
        deleted = count;
    }

    synchronized void broken(boolean now) {
        broken = now;
    }

    /** All samples, in order. */
    public synchronized List<Row> rows() {
        return records.stream().flatMap(entry -> entry.rows().stream()).toList();
    }

    private static LogPosition place(int record) {
        return new LogPosition(1 + record / SEGMENT, (long) (record % SEGMENT) * BYTES);
    }

    private int record(LogPosition position) {
        long record = position.segment() == 0 ? 0 : (position.segment() - 1) * SEGMENT + position.offset() / BYTES;
        return (int) record;
    }

    @Override
    public synchronized LogTail tail(String reader, LogPosition from) {
        kept.put(reader, from);
        return new Tail(reader, record(from));
    }

    @Override
    public synchronized LogPosition end() {
        return place(records.size());
    }

    @Override
    public synchronized void forget(String reader) {
        kept.remove(reader);
    }

    @Override
    public synchronized Map<String, LogPosition> readers() {
        return Map.copyOf(kept);
    }

    private final class Tail implements LogTail {
        private final String reader;
        private int next;
        private long lost;

        Tail(String reader, int next) {
            this.reader = reader;
            this.next = next;
        }

        @Override
        public LogPosition position() {
            return place(next);
        }

        @Override
        public boolean read(LogSink sink) {
            Entry entry;
            synchronized (MemoryLog.this) {
                if (broken) {
                    throw new StorageException("log: segment 1: Input/output error");
                }
                if (next < deleted) {
                    lost += (long) (deleted - next) * BYTES;
                    next = deleted;
                }
                if (next >= records.size()) {
                    return false;
                }
                entry = records.get(next++);
            }
            entry.rows().forEach(row -> sink.sample(row.labels(), row.time(), row.value()));
            entry.metadata().forEach(sink::metadata);
            return true;
        }

        @Override
        public void keepFrom(LogPosition position) {
            synchronized (MemoryLog.this) {
                kept.put(reader, position);
            }
        }

        @Override
        public long behind() {
            synchronized (MemoryLog.this) {
                return (long) (records.size() - next) * BYTES;
            }
        }

        @Override
        public long lost() {
            return lost;
        }

        @Override
        public void close() {}
    }
}
