package io.klamm.tsdb.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** Writes a file from the front to the back through a buffer, and knows how far it is and the checksum of each section. For one thread. */
public final class FileBuilder implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final DiskFile file;
    private final byte[] buffer = new byte[BUFFER];
    private final CRC32C section = new CRC32C();
    private int buffered;
    private long written;
    private long sectionBegin;

    /** Goes on behind the end of a file, which is closed with this. */
    public FileBuilder(DiskFile file) throws IOException {
        this.file = file;
        this.written = file.size();
        this.sectionBegin = written;
    }

    /** How many bytes the file has, with those still in the buffer. */
    public long position() {
        return written + buffered;
    }

    public void put(ByteWriter bytes) throws IOException {
        put(bytes.array(), 0, bytes.size());
    }

    public void put(byte[] bytes, int offset, int length) throws IOException {
        section.update(bytes, offset, length);
        if (length > BUFFER - buffered) {
            flush();
        }
        if (length > BUFFER) {
            file.write(ByteBuffer.wrap(bytes, offset, length));
            written += length;
        } else {
            System.arraycopy(bytes, offset, buffer, buffered, length);
            buffered += length;
        }
    }

    /** Where the section begins that is being written. */
    public long sectionBegin() {
        return sectionBegin;
    }

    /** Ends a section and begins the next; the checksum of the one that ended. */
    public int endSection() {
        int checksum = (int) section.getValue();
        section.reset();
        sectionBegin = position();
        return checksum;
    }

    /** Reads what was written before. */
    public void read(ByteBuffer into, long position) throws IOException {
        flush();
        int wanted = into.remaining();
        if (file.read(into, position) < wanted) {
            throw new IOException("file ends before byte " + (position + wanted));
        }
    }

    /** Hands what is in the buffer to the disk. */
    public void flush() throws IOException {
        int length = buffered;
        buffered = 0;
        if (length > 0) {
            file.write(ByteBuffer.wrap(buffer, 0, length));
            written += length;
        }
    }

    /** Makes everything survive the machine. */
    public void sync() throws IOException {
        flush();
        file.sync();
    }

    /** Closes the file; what is still in the buffer is dropped. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
