package io.klamm.tsdb.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** One open file of a {@link Disk}. For one thread at a time; only {@link #sync} may be called by another while one writes. */
public interface DiskFile extends Closeable {

    /** Writes all bytes of the buffer behind the end of the file. If it throws, some of them may be there: {@link #size} tells. */
    void write(ByteBuffer bytes) throws IOException;

    /** Reads from a position until the buffer is full or the file ends; how many bytes that were. */
    int read(ByteBuffer into, long position) throws IOException;

    /** Makes what was written survive the machine. After a failure nothing is known of what was written since the last success. */
    void sync() throws IOException;

    /** The length, in bytes. */
    long size() throws IOException;

    /** Cuts the file to a length that it has or exceeds. */
    void truncate(long size) throws IOException;

    @Override
    void close() throws IOException;
}
