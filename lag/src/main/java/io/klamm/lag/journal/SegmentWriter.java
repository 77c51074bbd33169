package io.klamm.lag.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes one file: a head, then frames of length, checksum and deflated entry. Belongs to one thread. */
final class SegmentWriter implements AutoCloseable {

    /** What every file begins with; its last byte is the version of the format. */
    static final byte[] HEAD = "KLAMMLAG\1".getBytes(StandardCharsets.ISO_8859_1);

    static final int FRAME_HEAD = 8;

    private final Path file;
    private final FileChannel channel;
    private final EntryCodec codec = new EntryCodec();
    private long size;

    private SegmentWriter(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Makes the file, which must not be there. */
    static SegmentWriter create(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        SegmentWriter writer = new SegmentWriter(file, channel);
        try {
            writer.write(ByteBuffer.wrap(HEAD));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return writer;
    }

    Path file() {
        return file;
    }

    /** Bytes written. */
    long size() {
        return size;
    }

    /**
     * Writes an entry. After an exception the file ends in the midst of a frame, and the writer must not be used again: a reader leaves the torn frame
     * out.
     */
    void write(Entry entry) throws IOException {
        byte[] body = deflated(codec.write(entry));
        CRC32C checksum = new CRC32C();
        checksum.update(body);
        ByteBuffer frame = ByteBuffer.allocate(FRAME_HEAD + body.length);
        frame.putInt(body.length).putInt((int) checksum.getValue()).put(body).flip();
        write(frame);
    }

    /** Returns when what was written is on the disk. */
    void sync() throws IOException {
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void write(ByteBuffer bytes) throws IOException {
        size += bytes.remaining();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static byte[] deflated(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 2 + 16);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (OutputStream out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(plain);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }
}
