package io.klamm.lag.journal;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Reads one file, entry by entry, up to its end or to the first frame that is torn or damaged.
 *
 * <p>A file that is being written ends in a torn frame now and then: that is its end. A frame whose checksum is wrong, or that is longer than it may be,
 * is damage, which {@link #damage} tells.
 */
final class SegmentReader implements AutoCloseable {

    private static final int LONGEST_FRAME = 64 << 20;
    private static final int LONGEST_ENTRY = 256 << 20;

    private final DataInputStream in;
    private final EntryCodec codec = new EntryCodec();
    private Optional<String> damage = Optional.empty();
    private boolean ended;

    private SegmentReader(DataInputStream in) {
        this.in = in;
    }

    static SegmentReader open(Path file) throws IOException {
        SegmentReader reader =
                new SegmentReader(new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16)));
        try {
            reader.readHead();
        } catch (IOException e) {
            reader.close();
            throw e;
        }
        return reader;
    }

    /** What is wrong with the file; empty while nothing is known to be. */
    Optional<String> damage() {
        return damage;
    }

    /** The next entry, empty at the end or where the damage begins. */
    Optional<Entry> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        try {
            byte[] body = readFrame();
            if (body.length > 0) {
                return Optional.of(codec.read(inflated(body)));
            }
        } catch (BadJournalException | ZipException e) {
            damage = Optional.of(String.valueOf(e.getMessage()));
        }
        ended = true;
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void readHead() throws IOException {
        byte[] head = in.readNBytes(SegmentWriter.HEAD.length);
        if (Arrays.equals(head, SegmentWriter.HEAD)) {
            return;
        }
        ended = true;
        if (head.length == SegmentWriter.HEAD.length) {
            damage = Optional.of("head: not of this format and version (expected: KLAMMLAG, version "
                    + SegmentWriter.HEAD[SegmentWriter.HEAD.length - 1] + ")");
        }
    }

    /** The body of the next frame, without bytes where the file ends. */
    private byte[] readFrame() throws IOException {
        byte[] head = in.readNBytes(SegmentWriter.FRAME_HEAD);
        if (head.length < SegmentWriter.FRAME_HEAD) {
            return new byte[0];
        }
        ByteBuffer fields = ByteBuffer.wrap(head);
        int length = fields.getInt();
        int checksum = fields.getInt();
        if (length <= 0 || length > LONGEST_FRAME) {
            throw new BadJournalException("frame: " + length + " bytes (expected: 1 to " + LONGEST_FRAME + ")");
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            return new byte[0];
        }
        CRC32C actual = new CRC32C();
        actual.update(body);
        if ((int) actual.getValue() != checksum) {
            throw new BadJournalException("frame: wrong checksum");
        }
        return body;
    }

    private static byte[] inflated(byte[] body) throws IOException {
        Inflater inflater = new Inflater();
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(body), inflater)) {
            byte[] plain = in.readNBytes(LONGEST_ENTRY + 1);
            if (plain.length > LONGEST_ENTRY) {
                throw new BadJournalException("entry: longer than " + LONGEST_ENTRY + " bytes");
            }
            return plain;
        } finally {
            inflater.end();
        }
    }
}
