package io.klamm.tsdb.block;

import io.klamm.storage.StorageException;
import io.klamm.tsdb.chunk.TimeColumn;
import io.klamm.tsdb.files.ByteReader;
import io.klamm.tsdb.files.ByteWriter;
import io.klamm.tsdb.files.DiskFile;
import io.klamm.tsdb.files.FileBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a block's times: first the columns of groups, which are then written a second time, as thousands of series may hang on each; then those of single series. Equal ones are kept once. For one thread.
 */
final class TimesWriter implements Closeable {

    private static final int KEPT = 64;
    private static final int COPY_BYTES = 1 << 16;

    private final FileBuilder file;
    private final ByteWriter bytes = new ByteWriter();
    private final ByteWriter groups = new ByteWriter();
    private final Map<Long, Integer> columnsByHash = new HashMap<>();
    private final @Nullable TimeColumn[] kept = new TimeColumn[KEPT];
    private final int[] keptIds = new int[KEPT];
    private long[] firsts = new long[16];
    private long[] lasts = new long[16];
    private int[] rows = new int[16];
    private int[] offsets = new int[16];
    private int columns;
    private int shared;
    private int mirror;
    private int groupCount;

    TimesWriter(DiskFile file) throws IOException {
        this.file = new FileBuilder(file);
        bytes.putLong(BlockFiles.TIMES_MAGIC);
        this.file.put(bytes);
    }

    /** Adds a column of a group; its number. */
    int add(TimeColumn column) throws IOException {
        if (columns == firsts.length) {
            int capacity = columns + (columns >> 1);
            firsts = Arrays.copyOf(firsts, capacity);
            lasts = Arrays.copyOf(lasts, capacity);
            rows = Arrays.copyOf(rows, capacity);
            offsets = Arrays.copyOf(offsets, capacity);
        }
        firsts[columns] = column.first();
        lasts[columns] = column.last();
        rows[columns] = column.size();
        offsets[columns] = offset(file.position());
        bytes.clear();
        column.write(bytes);
        bytes.putChecksum(0);
        file.put(bytes);
        keep(columns, column);
        return columns++;
    }

    /** Adds a column of a single series, unless there is an equal one; its number. */
    int addOwn(TimeColumn column) throws IOException {
        long hash = hash(column);
        Integer known = columnsByHash.get(hash);
        if (known != null && column.sameAs(column(known))) {
            return known;
        }
        int added = add(column);
        columnsByHash.put(hash, added);
        return added;
    }

    private static long hash(TimeColumn column) {
        long hash = column.size();
        for (int i = 0; i < column.size(); i++) {
            hash = (hash ^ column.time(i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    /** Says that some columns, the last that were added, are a group's. */
    void group(String name, int firstColumn) {
        groups.putText(name);
        groups.putVarint(firstColumn);
        groups.putVarint(columns - firstColumn);
        groupCount++;
    }

    /** Ends the groups' columns and writes them again. */
    void endGroups() throws IOException {
        shared = columns;
        long begin = Long.BYTES;
        long end = file.position();
        mirror = offset(end - begin);
        byte[] copy = new byte[COPY_BYTES];
        for (long at = begin; at < end; at += copy.length) {
            int length = (int) Math.min(copy.length, end - at);
            file.read(ByteBuffer.wrap(copy, 0, length), at);
            file.put(copy, 0, length);
        }
    }

    int columns() {
        return columns;
    }

    long first(int column) {
        return firsts[column];
    }

    long last(int column) {
        return lasts[column];
    }

    /** A column that was added. */
    TimeColumn column(int number) throws IOException {
        TimeColumn known = kept[number % KEPT];
        if (known != null && keptIds[number % KEPT] == number) {
            return known;
        }
        long end = number + 1 == columns ? file.position() : offsets[number + 1];
        byte[] packed = new byte[(int) Math.min(end - offsets[number], file.position() - offsets[number])];
        file.read(ByteBuffer.wrap(packed), offsets[number]);
        TimeColumn column = TimeColumn.read(new ByteReader(packed));
        keep(number, column);
        return column;
    }

    private void keep(int number, TimeColumn column) {
        kept[number % KEPT] = column;
        keptIds[number % KEPT] = number;
    }

    /** Writes the directory and makes the file survive the machine; the file's length. */
    long finish() throws IOException {
        file.endSection();
        int directory = offset(file.position());
        bytes.clear();
        for (int i = 0; i < columns; i++) {
            bytes.putLong(firsts[i]);
            bytes.putInt((int) (lasts[i] - firsts[i]));
            bytes.putInt(offsets[i]);
            bytes.putInt(rows[i]);
        }
        file.put(bytes);
        file.put(groups);
        bytes.clear();
        bytes.putInt(directory);
        bytes.putInt(columns);
        bytes.putInt(shared);
        bytes.putInt(mirror);
        bytes.putInt(groupCount);
        bytes.putInt(file.endSection());
        bytes.putChecksum(0);
        file.put(bytes);
        file.sync();
        return file.position();
    }

    private static int offset(long position) {
        if (position > Integer.MAX_VALUE) {
            throw new StorageException("times: " + position + " bytes (expected: less than 2 GiB)");
        }
        return (int) position;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
