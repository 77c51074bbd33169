package io.klamm.storage.remote.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** The stream of a chunked answer: per message its length as a varint, its CRC-32C as four bytes, the highest first, and its bytes. */
public final class Frames {

    private Frames() {}

    /** A message with its length and checksum before it. */
    public static byte[] encode(byte[] message, int length) {
        ByteBuffer frame = ByteBuffer.allocate(length + 9);
        int rest = length;
        while (rest >= 0x80) {
            frame.put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        frame.put((byte) rest);
        frame.putInt(checksum(message, length));
        frame.put(message, 0, length);
        byte[] bytes = new byte[frame.position()];
        frame.flip().get(bytes);
        return bytes;
    }

    /** The next message of a stream; null at the end of the stream. One that is larger than {@code maxLength} or damaged is refused. */
    public static byte @Nullable [] read(InputStream stream, int maxLength) throws IOException, WireException {
        int first = stream.read();
        if (first < 0) {
            return null;
        }
        long length = length(first, stream);
        if (length > maxLength) {
            throw WireException.tooLarge("frame: " + length + " bytes (expected: at most " + maxLength + ")");
        }
        int expected = ByteBuffer.wrap(exactly(stream, 4)).getInt();
        byte[] message = exactly(stream, (int) length);
        if (checksum(message, message.length) != expected) {
            throw WireException.malformed("frame: wrong checksum");
        }
        return message;
    }

    private static long length(int first, InputStream stream) throws IOException, WireException {
        long length = first & 0x7f;
        int next = first;
        for (int shift = 7; next >= 0x80; shift += 7) {
            next = stream.read();
            if (next < 0) {
                throw new EOFException("frame: ends within its length");
            }
            if (shift > 28) {
                throw WireException.malformed("frame: a length of more than 5 bytes");
            }
            length |= (long) (next & 0x7f) << shift;
        }
        return length;
    }

    private static byte[] exactly(InputStream stream, int length) throws IOException {
        byte[] bytes = stream.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("frame: ends after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private static int checksum(byte[] message, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(message, 0, length);
        return (int) checksum.getValue();
    }
}
