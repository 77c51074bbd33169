package io.klamm.tsdb.block;

import io.klamm.storage.StorageException;
import io.klamm.tsdb.chunk.TimeColumn;
import io.klamm.tsdb.files.ByteReader;
import io.klamm.tsdb.files.Checksum;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A block's times, mapped. The directory was whole when it was opened; each column is checked when it is read. Safe from any thread. */
final class Times {

    /** A writer's columns. */
    record Group(String name, int firstColumn, int columns) {}

    private final ByteBuffer file;
    private final int directory;
    private final int columns;
    private final int shared;
    private final int mirror;
    private final List<Group> groups;

    private Times(ByteBuffer file, int directory, int columns, int shared, int mirror, int groupCount) {
        this.file = file;
        this.directory = directory;
        this.columns = columns;
        this.shared = shared;
        this.mirror = mirror;
        int groupsAt = directory + columns * TimesFormat.ENTRY_BYTES;
        this.groups = readGroups(
                new ByteReader(file).at(groupsAt, file.limit() - TimesFormat.FOOTER_BYTES - groupsAt), groupCount);
    }

    /** Opens a times file; {@link StorageException} if it is none, of a version not known, cut short or damaged. */
    static Times open(ByteBuffer file) {
        if (file.limit() < Long.BYTES + TimesFormat.FOOTER_BYTES) {
            throw new StorageException("times: " + file.limit() + " bytes (expected: more)");
        }
        ByteReader in = new ByteReader(file);
        BlockFiles.checkMagic("times", in.getLong(), BlockFiles.TIMES_MAGIC);
        int footer = file.limit() - TimesFormat.FOOTER_BYTES;
        in.at(footer, TimesFormat.FOOTER_BYTES);
        int directory = in.getInt();
        int columns = in.getInt();
        int shared = in.getInt();
        int mirror = in.getInt();
        int groupCount = in.getInt();
        int checksum = in.getInt();
        if (Checksum.of(file, footer, TimesFormat.FOOTER_BYTES - Integer.BYTES) != in.getInt()) {
            throw new StorageException("times: wrong checksum of the footer");
        }
        if (directory < Long.BYTES
                || directory > footer
                || columns < 0
                || columns > (footer - directory) / TimesFormat.ENTRY_BYTES
                || Checksum.of(file, directory, footer - directory) != checksum) {
            throw new StorageException("times: wrong checksum of the directory");
        }
        return new Times(file, directory, columns, shared, mirror, groupCount);
    }

    private static List<Group> readGroups(ByteReader in, int count) {
        List<Group> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            found.add(new Group(in.getText(), in.getCount(Integer.MAX_VALUE), in.getCount(Integer.MAX_VALUE)));
        }
        return List.copyOf(found);
    }

    int columns() {
        return columns;
    }

    List<Group> groups() {
        return groups;
    }

    /** The place of a column's group in {@link #groups}, or -1 if it belongs to a single series. */
    int group(int column) {
        if (column >= shared) {
            return -1;
        }
        int low = 0;
        int high = groups.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (groups.get(middle).firstColumn() <= column) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    long first(int column) {
        return file.getLong(entry(column));
    }

    long last(int column) {
        return first(column) + Integer.toUnsignedLong(file.getInt(entry(column) + TimesFormat.SPAN_AT));
    }

    int rows(int column) {
        return file.getInt(entry(column) + TimesFormat.ROWS_AT);
    }

    private int entry(int column) {
        if (column < 0 || column >= columns) {
            throw new StorageException("times: column " + column + " (expected: less than " + columns + ")");
        }
        return directory + column * TimesFormat.ENTRY_BYTES;
    }

    /** A column; {@link StorageException} if it is damaged, and so is its copy if it has one. */
    TimeColumn column(int column) {
        int offset = file.getInt(entry(column) + TimesFormat.OFFSET_AT);
        if (column >= shared) {
            return read(column, offset);
        }
        try {
            return read(column, offset);
        } catch (StorageException e) {
            return read(column, offset + mirror);
        }
    }

    /** Whether a column can be read, and so can its copy if it has one. */
    boolean whole(int column) {
        int offset = file.getInt(entry(column) + TimesFormat.OFFSET_AT);
        try {
            read(column, offset);
            read(column, column < shared ? offset + mirror : offset);
            return true;
        } catch (StorageException e) {
            return false;
        }
    }

    private TimeColumn read(int column, int offset) {
        ByteReader in = new ByteReader(file).at(offset, directory - offset);
        int length = in.getCount(in.remaining());
        int end = in.position() + length;
        in.skip(length);
        if (Checksum.of(file, offset, end - offset) != in.getInt()) {
            throw new StorageException("times: wrong checksum of column " + column);
        }
        TimeColumn times = TimeColumn.read(in.at(offset, end - offset));
        if (times.size() != rows(column)) {
            throw new StorageException(
                    "times: " + times.size() + " rows in column " + column + " (expected: " + rows(column) + ")");
        }
        return times;
    }
}
