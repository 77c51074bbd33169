package io.klamm.tsdb.wal;

import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;
import io.klamm.storage.StorageException;
import io.klamm.storage.log.LogPosition;
import io.klamm.storage.log.LogSink;
import io.klamm.storage.log.LogTail;
import io.klamm.tsdb.files.DiskFile;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A reader that follows the log's end, segment by segment. */
final class WalTail implements LogTail {

    private final Wal wal;
    private final LogReaders readers;
    private final String name;
    private final LogDecoder decoder = new LogDecoder();
    private final Map<Integer, Labels> series = new HashMap<>();
    private final long lostBefore;

    private LogPosition position;
    private @Nullable DiskFile file;
    private @Nullable RecordReader records;
    private boolean finished;
    private long damaged;

    WalTail(Wal wal, LogReaders readers, String name, LogPosition from) {
        this.wal = wal;
        this.readers = readers;
        this.name = name;
        this.position = from;
        this.lostBefore = readers.lost(name);
    }

    @Override
    public LogPosition position() {
        return position;
    }

    @Override
    public boolean read(LogSink sink) {
        Handler handler = new Handler(sink);
        try {
            while (ready()) {
                RecordReader reader = current();
                if (step(reader, handler)) {
                    if (handler.told) {
                        return true;
                    }
                } else if (finished) {
                    leave();
                } else {
                    return false;
                }
            }
            return false;
        } catch (IOException e) {
            closeFile();
            throw new StorageException("log: segment " + position.segment() + ": " + e.getMessage(), e);
        }
    }

    private RecordReader current() {
        RecordReader reader = records;
        if (reader == null) {
            throw new IllegalStateException("no segment is open");
        }
        return reader;
    }

    private boolean step(RecordReader reader, Handler handler) throws IOException {
        if (!reader.next()) {
            if (!finished) {
                // All that was written whole is a record: what is none is damaged, and not read again.
                damaged += reader.torn();
                position = new LogPosition(position.segment(), reader.position());
            }
            return false;
        }
        decode(reader, handler);
        position = new LogPosition(position.segment(), reader.positionAfter());
        return true;
    }

    private void decode(RecordReader reader, Handler handler) {
        if (reader.type() == RecordType.FILE) {
            return;
        }
        boolean whole;
        try {
            decoder.decode(reader, handler);
            whole = !handler.unknown;
        } catch (StorageException e) {
            whole = false;
        }
        handler.unknown = false;
        damaged += whole ? 0 : reader.positionAfter() - reader.position();
    }

    /** Opens the segment of the position or the next there is, or sees how far the open one has grown; false if there is none yet. */
    private boolean ready() throws IOException {
        RecordReader reader = records;
        if (reader != null) {
            if (!finished) {
                Wal.Extent extent = wal.extent(position.segment());
                reader.extend(extent.bytes());
                finished = extent.finished();
            }
            return true;
        }
        long number = wal.segmentFrom(position.segment());
        if (number == 0) {
            return false;
        }
        if (number != position.segment()) {
            position = new LogPosition(number, 0);
        }
        open(number);
        return true;
    }

    private void open(long number) throws IOException {
        DiskFile opened = wal.disk().openToRead(wal.path(number));
        file = opened;
        Wal.Extent extent = wal.extent(number);
        finished = extent.finished();
        series.clear();
        RecordReader reader = new RecordReader(opened, 0, Math.min(position.offset(), extent.bytes()));
        Handler definitions = new Handler((labels, timestamp, value) -> {});
        while (reader.next()) {
            if (reader.type() == RecordType.SERIES || reader.type() == RecordType.SERIES_AGAIN) {
                decode(reader, definitions);
            }
        }
        position = new LogPosition(number, Math.min(position.offset(), extent.bytes()));
        records = new RecordReader(opened, position.offset(), extent.bytes());
    }

    private void leave() {
        closeFile();
        position = new LogPosition(position.segment() + 1, 0);
    }

    private void closeFile() {
        RecordReader reader = records;
        damaged += reader == null ? 0 : reader.damaged();
        try {
            DiskFile open = file;
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            // It was only read.
        }
        file = null;
        records = null;
    }

    @Override
    public void keepFrom(LogPosition from) {
        readers.keepFrom(name, from);
    }

    @Override
    public long behind() {
        return wal.bytesFrom(position);
    }

    @Override
    public long lost() {
        RecordReader reader = records;
        return readers.lost(name) - lostBefore + damaged + (reader == null ? 0 : reader.damaged());
    }

    @Override
    public void close() {
        closeFile();
    }

    private final class Handler implements LogHandler {

        private final LogSink sink;
        private boolean told;
        private boolean unknown;

        Handler(LogSink sink) {
            this.sink = sink;
        }

        @Override
        public void series(int number, Labels labels) {
            series.put(number, labels);
        }

        @Override
        public void samples(SampleRecord samples) {
            told = true;
            for (int i = 0; i < samples.count(); i++) {
                Labels labels = series.get(samples.series(i));
                if (labels == null) {
                    unknown = true;
                } else {
                    sink.sample(labels, samples.time(i), samples.value(i));
                }
            }
        }

        @Override
        public void metadata(String family, Metadata metadata) {
            told = true;
            sink.metadata(family, metadata);
        }

        @Override
        public void writer(int writer, String writerName) {}

        @Override
        public void cut(long time) {}

        @Override
        public void delete(int deleted, long from, long to) {}
    }
}
