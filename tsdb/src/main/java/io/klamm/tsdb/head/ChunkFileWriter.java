package io.klamm.tsdb.head;

import io.klamm.tsdb.chunk.ChunkEncoder;
import io.klamm.tsdb.chunk.Presence;
import io.klamm.tsdb.chunk.TimeColumn;
import io.klamm.tsdb.files.ByteWriter;
import io.klamm.tsdb.files.Checksum;
import io.klamm.tsdb.wal.RecordType;
import io.klamm.tsdb.wal.RecordWriter;
import io.klamm.tsdb.wal.SeriesRecordWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/**
 * Builds a {@link ChunkFile} in memory. For one thread.
 *
 * <p>The file is made of records as the log is: one of its format, number and length; the labels of its series; chunks; and the labels once more, so that no damaged record costs more than
 * itself. A record of chunks has a byte that says whether they are late, the group's name (or none), the times, and then of each chunk: the series' number, the length of
 * the rest, the rows in which it has values (a zero for all), the packed values, and a CRC32C of rows and values.
 */
final class ChunkFileWriter {

    static final int VERSION = 1;

    /** A file that has so many bytes is ended. */
    static final int FULL_FILE = 16 << 20;

    private static final int FULL_RECORD = 64 << 10;

    private final ByteWriter chunks = new ByteWriter(1 << 16);
    private final RecordWriter chunkRecords = new RecordWriter(chunks);
    private final ByteWriter entry = new ByteWriter();
    private final ChunkEncoder encoder = new ChunkEncoder();
    private final List<HeadSeries> series = new ArrayList<>();
    private final MutableRoaringBitmap known = new MutableRoaringBitmap();
    private long lastTime = Long.MIN_VALUE;
    private int recordBegin = -1;
    private @Nullable TimeColumn openTimes;
    private boolean openLate;

    boolean isEmpty() {
        return chunks.size() == 0;
    }

    boolean isFull() {
        return chunks.size() >= FULL_FILE;
    }

    /**
     * Puts a chunk.
     *
     * @param presence the rows that have values; null for all
     * @return where it lies, not counting what {@link #finish} puts before it
     */
    long put(
            HeadSeries of,
            TimeColumn times,
            @Nullable String group,
            boolean late,
            @Nullable Presence presence,
            double[] values,
            int offset,
            int length) {
        if (!times.equals(openTimes) || late != openLate || chunks.size() - recordBegin > FULL_RECORD) {
            endRecord();
            beginRecord(times, group, late);
        }
        if (known.checkedAdd(of.id)) {
            series.add(of);
        }
        entry.clear();
        if (presence == null) {
            entry.putByte(0);
        } else {
            presence.write(entry);
        }
        encoder.encode(values, offset, length, entry);
        entry.putInt(Checksum.of(entry.array(), 0, entry.size()));
        chunks.putVarint(of.id);
        chunks.putVarint(entry.size());
        long place = ChunkFile.place(chunks.size(), entry.size());
        chunks.putBytes(entry.array(), 0, entry.size());
        return place;
    }

    private void beginRecord(TimeColumn times, @Nullable String group, boolean late) {
        recordBegin = chunks.size();
        chunkRecords.begin(RecordType.CHUNKS);
        chunks.putByte(late ? 1 : 0);
        chunks.putText(group == null ? "" : group);
        times.write(chunks);
        openTimes = times;
        openLate = late;
        lastTime = Math.max(lastTime, times.last());
    }

    private void endRecord() {
        if (recordBegin >= 0) {
            chunkRecords.end();
            recordBegin = -1;
            openTimes = null;
        }
    }

    /** The file, and how far its chunks lie behind where {@link #put} said; begins anew. */
    Finished finish(Path path, long number) {
        endRecord();
        ByteWriter labels = labels(false);
        ByteWriter labelsAgain = labels(true);
        int content = labels.size() + chunks.size() + labelsAgain.size();
        ByteWriter file = new ByteWriter(64 + content);
        writeHeader(file, number, header(number) + content);
        file.putBytes(labels.array(), 0, labels.size());
        int shift = file.size();
        file.putBytes(chunks.array(), 0, chunks.size());
        file.putBytes(labelsAgain.array(), 0, labelsAgain.size());
        ChunkFile finished = ChunkFile.unsaved(path, file, lastTime);
        chunks.clear();
        series.clear();
        known.clear();
        lastTime = Long.MIN_VALUE;
        return new Finished(finished, ChunkFile.place(shift, 0));
    }

    /** How long the first record is, whatever is in it. */
    private static int header(long number) {
        ByteWriter alone = new ByteWriter();
        writeHeader(alone, number, 0);
        return alone.size();
    }

    private static void writeHeader(ByteWriter file, long number, long length) {
        RecordWriter records = new RecordWriter(file);
        records.begin(RecordType.FILE);
        file.putVarint(VERSION);
        file.putText("head");
        file.putVarint(number);
        file.putLong(length);
        records.end();
    }

    private ByteWriter labels(boolean again) {
        ByteWriter labels = new ByteWriter();
        SeriesRecordWriter writer = new SeriesRecordWriter(labels, new RecordWriter(labels));
        for (HeadSeries each : series) {
            if (again) {
                writer.addAgain(each.id, each.labels);
            } else {
                writer.add(each.id, each.labels);
            }
        }
        writer.end();
        return labels;
    }

    /**
     * A file in memory.
     *
     * @param shift to be added to the places of its chunks
     */
    record Finished(ChunkFile file, long shift) {}
}
