package io.klamm.tsdb.wal;

import io.klamm.tsdb.files.ByteReader;
import io.klamm.tsdb.files.Checksum;
import io.klamm.tsdb.files.DiskFile;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Reads the records of a file that a {@link RecordWriter} framed, from one place to another. Bytes that are no record are passed over: what follows the next marker whose
 * checksum is right is read again. For one thread.
 */
public final class RecordReader {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int WINDOW = 1 << 18;

    /** Readable bytes behind a body, so that decoders may fetch eight at a time. */
    static final int SLACK = 8;

    private final DiskFile file;
    private byte[] window = new byte[WINDOW + SLACK];
    private long windowStart;
    private int filled;
    private int at;
    private long end;
    private int length;
    private long damaged;
    private long torn;

    /** Reads the records of {@code from <= position < to}. */
    public RecordReader(DiskFile file, long from, long to) {
        this.file = file;
        this.windowStart = from;
        this.end = to;
    }

    /** Says that the file has grown, and is to be read up to there. */
    void extend(long to) {
        end = to;
    }

    /**
     * Steps to the next record; false at the end.
     *
     * @throws IOException if the disk fails; nothing is known of what follows
     */
    public boolean next() throws IOException {
        at += length;
        length = 0;
        long begin = position();
        while (true) {
            if (!available(RecordWriter.HEADER + 1)) {
                torn = end - begin;
                at += (int) (end - position());
                return false;
            }
            if (isRecord()) {
                damaged += position() - begin;
                return true;
            }
            at++;
            skipToMarker();
        }
    }

    private boolean isRecord() throws IOException {
        if (intAt(0) != RecordWriter.MARKER) {
            return false;
        }
        int body = intAt(4);
        if (body < 1 || body > RecordWriter.LARGEST || !available(RecordWriter.HEADER + body)) {
            return false;
        }
        if (Checksum.of(window, at + RecordWriter.HEADER, body) != intAt(8)) {
            return false;
        }
        length = RecordWriter.HEADER + body;
        return true;
    }

    private void skipToMarker() {
        byte first = (byte) RecordWriter.MARKER;
        while (at < filled && window[at] != first) {
            at++;
        }
    }

    private int intAt(int offset) {
        return (int) INT.get(window, at + offset);
    }

    /** Whether there are so many bytes from here to the end; then they are in the window. */
    private boolean available(int wanted) throws IOException {
        if (filled - at >= wanted) {
            return true;
        }
        if (end - position() < wanted) {
            return false;
        }
        move(wanted);
        int room = (int) Math.min(window.length - SLACK - filled, end - windowStart - filled);
        filled += file.read(ByteBuffer.wrap(window, filled, room), windowStart + filled);
        return filled - at >= wanted;
    }

    private void move(int wanted) {
        int kept = Math.max(0, filled - at);
        windowStart = position();
        if (wanted > window.length - SLACK) {
            window = Arrays.copyOfRange(window, at, at + wanted + WINDOW + SLACK);
        } else if (kept > 0) {
            System.arraycopy(window, at, window, 0, kept);
        }
        filled = kept;
        at = 0;
    }

    /** What the record is. */
    public int type() {
        return window[at + RecordWriter.HEADER] & 0xFF;
    }

    /** The body, good until the next step. */
    public ByteReader body() {
        return new ByteReader(ByteBuffer.wrap(window, bodyFrom(), bodyTo() - bodyFrom()));
    }

    /** The array that holds the body from {@link #bodyFrom} to {@link #bodyTo}, with some readable bytes behind it. */
    public byte[] window() {
        return window;
    }

    public int bodyFrom() {
        return at + RecordWriter.HEADER + 1;
    }

    public int bodyTo() {
        return at + length;
    }

    /** Where the record begins in the file; after the last, where reading ended. */
    public long position() {
        return windowStart + at;
    }

    /** Where the record ends in the file. */
    public long positionAfter() {
        return position() + length;
    }

    /** Bytes passed over so far because they were no records although records follow. */
    public long damaged() {
        return damaged;
    }

    /** Bytes before the end that are no whole record: what a crash left, or damage with nothing behind it. Known after the last. */
    public long torn() {
        return torn;
    }
}
