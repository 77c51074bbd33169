package io.klamm.tsdb.files;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A growing piece of bytes: little-endian numbers, numbers of variable length, texts and checksums. For one thread; {@link #clear} keeps the room. */
public final class ByteWriter {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes;
    private int size;

    public ByteWriter() {
        this(256);
    }

    public ByteWriter(int capacity) {
        bytes = new byte[capacity];
    }

    public int size() {
        return size;
    }

    public void clear() {
        size = 0;
    }

    /** Keeps only the first so many bytes. */
    public void truncate(int newSize) {
        if (newSize < 0 || newSize > size) {
            throw new IllegalArgumentException("bytes: " + newSize + " (expected: 0 to " + size + ")");
        }
        size = newSize;
    }

    public void putByte(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
    }

    public void putInt(int value) {
        reserve(Integer.BYTES);
        INT.set(bytes, size, value);
        size += Integer.BYTES;
    }

    public void putLong(long value) {
        reserve(Long.BYTES);
        LONG.set(bytes, size, value);
        size += Long.BYTES;
    }

    /** The bits of a number, whatever they are. */
    public void putDouble(double value) {
        putLong(Double.doubleToRawLongBits(value));
    }

    /** A number of 1 to 10 bytes, the smaller the fewer; negative ones take 10. */
    public void putVarint(long value) {
        reserve(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** A number of 1 to 10 bytes, the nearer to zero the fewer. */
    public void putSigned(long value) {
        putVarint((value << 1) ^ (value >> 63));
    }

    public void putBytes(byte[] from, int offset, int length) {
        reserve(length);
        System.arraycopy(from, offset, bytes, size, length);
        size += length;
    }

    public void putBytes(byte[] from) {
        putBytes(from, 0, from.length);
    }

    /** Length and bytes of a text, of any chars at all. */
    public void putText(String text) {
        byte[] encoded = Text.encode(text);
        putVarint(encoded.length);
        putBytes(encoded);
    }

    /** The CRC32C of the bytes from a position to the end, put behind them. */
    public void putChecksum(int from) {
        putInt(Checksum.of(bytes, from, size - from));
    }

    /** Sets four bytes that were put before. */
    public void setInt(int position, int value) {
        if (position < 0 || position + Integer.BYTES > size) {
            throw new IndexOutOfBoundsException(position);
        }
        INT.set(bytes, position, value);
    }

    /** The bytes themselves, good up to {@link #size()} and until the next put. */
    public byte[] array() {
        return bytes;
    }

    /** A view on what was put, good until the next put. */
    public ByteBuffer toBuffer() {
        return ByteBuffer.wrap(bytes, 0, size).order(ByteOrder.LITTLE_ENDIAN);
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** Makes room for so many bytes, to be set through {@link #array} and told by {@link #grow}. */
    public void reserve(int more) {
        int needed = Math.addExact(size, more);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length + (bytes.length >> 1) + 16));
        }
    }

    /** Says that so many more bytes stand in the array. */
    public void grow(int more) {
        if (more < 0 || more > bytes.length - size) {
            throw new IllegalArgumentException("bytes: " + more + " (expected: 0 to " + (bytes.length - size) + ")");
        }
        size += more;
    }

    /** The CRC32C of everything that was put. */
    public int checksum() {
        return Checksum.of(bytes, 0, size);
    }
}
