package io.klamm.storage.remote.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes a protobuf message into an array that grows. A message within is begun before its size is known: one byte is left for its length,
 * and the few that are longer are moved. For one thread; {@link #clear()} keeps the room.
 */
public final class ProtoWriter {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes;
    private int size;

    public ProtoWriter() {
        this(1024);
    }

    public ProtoWriter(int capacity) {
        bytes = new byte[capacity];
    }

    /** A number; zero, which is what a field that is missing means, is left out. */
    public ProtoWriter varint(int field, long value) {
        if (value != 0) {
            ensure(20);
            tag(field, 0);
            raw(value);
        }
        return this;
    }

    /** A floating-point number, also when it is zero. */
    public ProtoWriter float64(int field, double value) {
        ensure(18);
        tag(field, 1);
        LONG.set(bytes, size, Double.doubleToRawLongBits(value));
        size += 8;
        return this;
    }

    /** A text, also when it is empty. */
    public ProtoWriter text(int field, String text) {
        ensure(20 + 3 * text.length());
        int within = begin(field);
        int length = ascii(text);
        if (length < 0) {
            byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
            System.arraycopy(encoded, 0, bytes, size, encoded.length);
            length = encoded.length;
        }
        size += length;
        end(within);
        return this;
    }

    /** Bytes, also when there are none. */
    public ProtoWriter bytes(int field, byte[] value, int from, int length) {
        ensure(20 + length);
        tag(field, 2);
        raw(length);
        System.arraycopy(value, from, bytes, size, length);
        size += length;
        return this;
    }

    /** A number of a packed list that was begun. */
    public ProtoWriter packed(long value) {
        ensure(10);
        raw(value);
        return this;
    }

    /** Begins a message, or a packed list, within this one; gives what {@link #end} needs. */
    public int begin(int field) {
        ensure(11);
        tag(field, 2);
        return ++size;
    }

    /** Ends what was begun. */
    public ProtoWriter end(int begun) {
        int length = size - begun;
        int width = width(length);
        if (width > 1) {
            ensure(width);
            System.arraycopy(bytes, begun, bytes, begun + width - 1, length);
        }
        size = begun - 1;
        raw(length);
        size += length;
        return this;
    }

    /** The fields of another writer's message, as if they had been written here. */
    public ProtoWriter raw(ProtoWriter fields) {
        ensure(fields.size);
        System.arraycopy(fields.bytes, 0, bytes, size, fields.size);
        size += fields.size;
        return this;
    }

    public int size() {
        return size;
    }

    /** Takes back what was written after the message had this size. */
    public void truncate(int earlier) {
        if (earlier < 0 || earlier > size) {
            throw new IllegalArgumentException("size: " + earlier + " (expected: 0 to " + size + ")");
        }
        size = earlier;
    }

    public void clear() {
        size = 0;
    }

    /** The array that is written to; good up to {@link #size()} and until the next write. */
    public byte[] array() {
        return bytes;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    private int ascii(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return -1;
            }
            bytes[size + i] = (byte) c;
        }
        return length;
    }

    private void tag(int field, int type) {
        raw(((long) field << 3) | type);
    }

    private void raw(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    private static int width(int length) {
        return length < 1 << 7 ? 1 : length < 1 << 14 ? 2 : length < 1 << 21 ? 3 : length < 1 << 28 ? 4 : 5;
    }

    private void ensure(int more) {
        int needed = Math.addExact(size, more);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, Math.addExact(bytes.length, bytes.length >> 1)));
        }
    }
}
