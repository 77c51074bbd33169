package io.klamm.tsdb.wal;

import io.klamm.tsdb.files.ByteWriter;
import io.klamm.tsdb.files.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Bytes in memory, read as a file. */
final class MemoryFile implements DiskFile {

    private final ByteWriter bytes;

    MemoryFile(ByteWriter bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read(ByteBuffer into, long position) {
        int length = (int) Math.max(0, Math.min(into.remaining(), bytes.size() - position));
        into.put(bytes.array(), (int) position, length);
        return length;
    }

    @Override
    public long size() {
        return bytes.size();
    }

    @Override
    public void write(ByteBuffer more) throws IOException {
        throw new IOException("write: this file is only read");
    }

    @Override
    public void truncate(long size) throws IOException {
        throw new IOException("truncate: this file is only read");
    }

    @Override
    public void sync() {}

    @Override
    public void close() {}
}
