package io.klamm.tsdb.files;

import io.klamm.storage.StorageException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads what a {@link ByteWriter} wrote, from a buffer of any kind. Every method throws {@link StorageException} where the bytes end too early. For one thread. */
public final class ByteReader {

    private final ByteBuffer bytes;
    private int position;
    private int end;

    /** Reads what remains in the buffer, whose own position stays. */
    public ByteReader(ByteBuffer bytes) {
        this.bytes = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        this.position = bytes.position();
        this.end = bytes.limit();
    }

    public ByteReader(byte[] bytes) {
        this(ByteBuffer.wrap(bytes));
    }

    /** Goes to a part of the buffer, which is all that is read from now on. */
    public ByteReader at(int offset, int length) {
        if (offset < 0 || length < 0 || length > bytes.limit() - offset) {
            throw new StorageException("bytes " + offset + " to " + (offset + (long) length)
                    + ": outside (expected: 0 to " + bytes.limit() + ")");
        }
        position = offset;
        end = offset + length;
        return this;
    }

    public int position() {
        return position;
    }

    public int remaining() {
        return end - position;
    }

    public void skip(int length) {
        need(length);
        position += length;
    }

    /** A byte as a number from 0 to 255. */
    public int getByte() {
        need(1);
        return bytes.get(position++) & 0xFF;
    }

    public int getInt() {
        need(Integer.BYTES);
        int value = bytes.getInt(position);
        position += Integer.BYTES;
        return value;
    }

    public long getLong() {
        need(Long.BYTES);
        long value = bytes.getLong(position);
        position += Long.BYTES;
        return value;
    }

    public double getDouble() {
        return Double.longBitsToDouble(getLong());
    }

    public long getVarint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = getByte();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new StorageException("number at byte " + position + ": more than 10 bytes");
    }

    public long getSigned() {
        long value = getVarint();
        return (value >>> 1) ^ -(value & 1);
    }

    /**
     * A number of variable length that is a count, a length or a position.
     *
     * @param most the largest that makes sense
     */
    public int getCount(int most) {
        long value = getVarint();
        if (value < 0 || value > most) {
            throw new StorageException("number at byte " + position + ": " + Long.toUnsignedString(value)
                    + " (expected: 0 to " + most + ")");
        }
        return (int) value;
    }

    public void getBytes(byte[] into, int offset, int length) {
        need(length);
        bytes.get(position, into, offset, length);
        position += length;
    }

    public String getText() {
        byte[] text = new byte[getCount(remaining())];
        getBytes(text, 0, text.length);
        return Text.decode(text, 0, text.length);
    }

    private void need(int length) {
        if (length < 0 || length > end - position) {
            throw new StorageException("bytes end at " + end + " (expected: " + length + " more at " + position + ")");
        }
    }
}
