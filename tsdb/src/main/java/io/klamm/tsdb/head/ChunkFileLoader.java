package io.klamm.tsdb.head;

import io.klamm.storage.StorageException;
import io.klamm.tsdb.chunk.Presence;
import io.klamm.tsdb.chunk.TimeColumn;
import io.klamm.tsdb.files.ByteReader;
import io.klamm.tsdb.files.Disk;
import io.klamm.tsdb.files.DiskFile;
import io.klamm.tsdb.wal.RecordReader;
import io.klamm.tsdb.wal.RecordType;
import io.klamm.tsdb.wal.SeriesRecordReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the chunks that {@link ChunkFileWriter} put into a file, and gives them to their series. Used before anybody else uses the head. */
final class ChunkFileLoader {

    private final HeadState state;
    private final Disk disk;
    private final SeriesRecordReader labels = new SeriesRecordReader();
    private final List<String> problems = new ArrayList<>();
    private final Map<Integer, HeadSeries> series = new HashMap<>();
    private final List<Found> unknown = new ArrayList<>();
    private @Nullable Column newest;
    private long chunks;
    private long lostChunks;

    /** A chunk whose series is not known yet. */
    private record Found(int number, Column column, long place, long first, long last) {}

    ChunkFileLoader(HeadState state, Disk disk) {
        this.state = state;
        this.disk = disk;
    }

    void load(ChunkFiles files, List<Long> numbers) {
        for (long number : numbers) {
            try (DiskFile file = disk.openToRead(files.path(number))) {
                ChunkFile chunkFile = ChunkFile.saved(files.path(number), disk.map(files.path(number)));
                load(chunkFile, file);
                files.addFound(chunkFile);
            } catch (IOException e) {
                problems.add(files.path(number) + ": cannot be read: " + e.getMessage());
            }
        }
    }

    private void load(ChunkFile chunkFile, DiskFile file) throws IOException {
        series.clear();
        unknown.clear();
        newest = null;
        RecordReader reader = new RecordReader(file, 0, file.size());
        while (reader.next()) {
            try {
                loadRecord(chunkFile, reader);
            } catch (StorageException | IllegalArgumentException e) {
                problems.add(chunkFile.path() + ": " + e.getMessage() + " (left out)");
            }
        }
        for (Found found : unknown) {
            HeadSeries one = series.get(found.number());
            if (one == null) {
                lostChunks++;
            } else {
                give(one, found.column(), found.place(), found.first(), found.last());
            }
        }
        long bad = reader.damaged() + reader.torn();
        if (bad > 0) {
            problems.add(chunkFile.path() + ": " + bad + " bytes are damaged (left out)");
        }
    }

    private void loadRecord(ChunkFile chunkFile, RecordReader reader) throws IOException {
        switch (reader.type()) {
            case RecordType.FILE -> checkHeader(chunkFile, reader.body());
            case RecordType.CHUNKS -> loadChunks(chunkFile, reader);
            case RecordType.SERIES -> loadSeries(reader);
            case RecordType.SERIES_AGAIN -> {
                if (reader.damaged() > 0) {
                    loadSeries(reader);
                }
            }
            default -> problems.add(chunkFile.path() + ": a record of type " + reader.type() + " (left out)");
        }
    }

    private void checkHeader(ChunkFile chunkFile, ByteReader header) throws IOException {
        long version = header.getVarint();
        if (version > ChunkFileWriter.VERSION) {
            throw new IOException(
                    "format " + version + " (expected: " + ChunkFileWriter.VERSION + "; a later version wrote it)");
        }
        header.getText();
        header.getVarint();
        long length = header.getLong();
        if (length != chunkFile.size()) {
            problems.add(chunkFile.path() + ": " + chunkFile.size() + " bytes (expected: " + length + ")");
        }
    }

    private void loadSeries(RecordReader reader) {
        labels.read(reader.body(), (number, told) -> series.put(number, state.findOrCreate(told)));
    }

    private void loadChunks(ChunkFile chunkFile, RecordReader reader) {
        ByteReader in = reader.body();
        // Positions in the body's buffer are positions in the reader's window; the record begins there as it does in
        // the file.
        long shift = reader.positionAfter() - reader.bodyTo();
        boolean late = in.getByte() == 1;
        String name = in.getText();
        Column column = column(chunkFile, TimeColumn.read(in), name.isEmpty() ? null : name, late);
        while (in.remaining() > 0) {
            int number = in.getCount(Integer.MAX_VALUE);
            int length = in.getCount(in.remaining());
            long place = ChunkFile.place(shift + in.position(), length);
            int end = in.position() + length;
            loadChunk(number, column, place, in);
            in.skip(end - in.position());
        }
    }

    private void loadChunk(int number, Column column, long place, ByteReader in) {
        TimeColumn times = column.times();
        long first = times.first();
        long last = times.last();
        int header = in.getByte();
        if (header != 0) {
            Presence presence = Presence.read(in.at(in.position() - 1, in.remaining() + 1), times.size());
            first = times.time(presence.first());
            last = times.time(presence.last());
        }
        HeadSeries one = series.get(number);
        if (one == null) {
            unknown.add(new Found(number, column, place, first, last));
        } else {
            give(one, column, place, first, last);
        }
    }

    private void give(HeadSeries one, Column column, long place, long first, long last) {
        chunks++;
        column.file().see(last);
        if (column.late() || first <= one.lastTime) {
            one.addChunk(column.late() ? column : new Column(column.file(), column.times(), null, true), place);
        } else {
            one.addChunk(column, place);
            one.lastTime = last;
            one.lastValueKnown = false;
        }
    }

    /** The column, or the one before it if the times are the same. */
    private Column column(ChunkFile file, TimeColumn times, @Nullable String group, boolean late) {
        Column before = newest;
        if (before != null && before.late() == late && same(before.times(), times)) {
            return before;
        }
        Column column = new Column(file, times, group, late);
        newest = column;
        return column;
    }

    private static boolean same(TimeColumn a, TimeColumn b) {
        boolean same = a.size() == b.size();
        for (int row = 0; same && row < a.size(); row++) {
            same = a.time(row) == b.time(row);
        }
        return same;
    }

    List<String> problems() {
        return problems;
    }

    long chunks() {
        return chunks;
    }

    /** Chunks whose series nobody knows: both records with its labels are damaged. */
    long lostChunks() {
        return lostChunks;
    }
}
