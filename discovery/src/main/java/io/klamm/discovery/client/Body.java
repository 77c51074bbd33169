package io.klamm.discovery.client;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The unpacked body of an answer, in a buffer that is used again for the next one. For one thread. */
public final class Body {

    private static final int FIRST = 1 << 16;
    private static final int LARGEST = Integer.MAX_VALUE - 16;

    private byte[] bytes = new byte[FIRST];
    private int length;

    /** The bytes; good up to {@link #length()} and until the next {@link #read}. */
    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    /** Lets go of the buffer if it is larger than {@code most}, so that one large page does not hold memory for ever. */
    public void shrink(int most) {
        if (bytes.length > most) {
            bytes = new byte[FIRST];
        }
    }

    /**
     * Takes over the body of an answer, unpacked if it was packed by gzip.
     *
     * @param mostBytes 0 for no limit
     * @throws BodyTooLargeException if there is more
     * @throws IOException if it is packed badly, or in another way
     */
    public void read(Fetched.Answer answer, long mostBytes) throws IOException {
        length = 0;
        String encoding = answer.header("Content-Encoding");
        if (encoding.isEmpty() || encoding.equalsIgnoreCase("identity")) {
            copy(answer.body(), mostBytes);
        } else if (encoding.equalsIgnoreCase("gzip")) {
            unpack(answer.body(), mostBytes);
        } else {
            throw new IOException("content encoding " + encoding + " (expected: gzip or none)");
        }
    }

    private void copy(List<ByteBuffer> body, long mostBytes) throws IOException {
        for (ByteBuffer part : body) {
            ByteBuffer view = part.duplicate();
            int size = view.remaining();
            ensure(size);
            view.get(bytes, length, size);
            length += size;
            requireFits(mostBytes);
        }
    }

    private void unpack(List<ByteBuffer> body, long mostBytes) throws IOException {
        if (body.stream().noneMatch(ByteBuffer::hasRemaining)) {
            return;
        }
        try (InputStream in = new GZIPInputStream(new Parts(body), FIRST)) {
            while (true) {
                ensure(FIRST);
                int count = in.read(bytes, length, bytes.length - length);
                if (count < 0) {
                    return;
                }
                length += count;
                requireFits(mostBytes);
            }
        } catch (EOFException e) {
            throw new IOException("a gzip body that ends early", e);
        }
    }

    private void requireFits(long mostBytes) throws BodyTooLargeException {
        if (mostBytes > 0 && length > mostBytes) {
            throw new BodyTooLargeException();
        }
    }

    private void ensure(int more) throws BodyTooLargeException {
        if (more > LARGEST - length) {
            throw new BodyTooLargeException();
        }
        if (length + more > bytes.length) {
            long wanted = Math.max((long) bytes.length * 2, (long) length + more);
            bytes = Arrays.copyOf(bytes, (int) Math.min(LARGEST, wanted));
        }
    }

    /** The parts of a body, one after the other. */
    private static final class Parts extends InputStream {

        private final List<ByteBuffer> parts;
        private int next;

        Parts(List<ByteBuffer> body) {
            parts = body.stream().map(ByteBuffer::duplicate).toList();
        }

        private boolean atEnd() {
            while (next < parts.size() && !parts.get(next).hasRemaining()) {
                next++;
            }
            return next == parts.size();
        }

        @Override
        public int read() {
            return atEnd() ? -1 : parts.get(next).get() & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int size) {
            if (size == 0) {
                return 0;
            }
            if (atEnd()) {
                return -1;
            }
            int count = Math.min(size, parts.get(next).remaining());
            parts.get(next).get(into, offset, count);
            return count;
        }

        @Override
        public int available() {
            return atEnd() ? 0 : parts.get(next).remaining();
        }
    }
}
