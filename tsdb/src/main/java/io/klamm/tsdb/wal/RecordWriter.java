package io.klamm.tsdb.wal;

import io.klamm.tsdb.files.ByteWriter;
import io.klamm.tsdb.files.Checksum;

/**
 * Puts records into a piece of bytes, each in a frame: a marker, the length of what follows, its CRC32C, then a byte for the record's type and its body. For one thread.
 *
 * <p>The marker is what a {@link RecordReader} looks for behind damaged bytes.
 */
public final class RecordWriter {

    /** Bytes of a frame before the type. */
    static final int HEADER = 12;

    /** The first four bytes of every frame: no text has them, and numbers rarely. */
    static final int MARKER = 0xA552_4BD7;

    /** The longest type and body that a reader believes in. */
    static final int LARGEST = 64 << 20;

    private final ByteWriter out;
    private int start = -1;

    public RecordWriter(ByteWriter out) {
        this.out = out;
    }

    /** Begins a record; its body is put into what is returned. */
    public ByteWriter begin(int type) {
        if (start >= 0) {
            throw new IllegalStateException("record: begun already (expected: end first)");
        }
        start = out.size();
        out.putInt(MARKER);
        out.putLong(0);
        out.putByte(type);
        return out;
    }

    /** Ends the record. */
    public void end() {
        int body = start + HEADER;
        out.setInt(start + 4, out.size() - body);
        out.setInt(start + 8, Checksum.of(out.array(), body, out.size() - body));
        start = -1;
    }
}
