package io.klamm.storage.remote.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A walk over the fields of a protobuf message that lies in an array. Nothing is copied, and nothing beyond the message is touched: every length is
 * checked. For one thread.
 */
public final class ProtoReader {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    private final byte[] bytes;
    private int at;
    private int end;
    private int field;
    private int type;

    /** A message that lies at {@code from <= index < to}. */
    public ProtoReader(byte[] bytes, int from, int to) {
        if (from < 0 || to < from || to > bytes.length) {
            throw new IndexOutOfBoundsException("message: " + from + " to " + to + " of " + bytes.length + " bytes");
        }
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    /** Steps to the next field; false at the message's end. What the field holds must then be read or skipped. */
    public boolean next() throws WireException {
        if (at == end) {
            return false;
        }
        long tag = raw();
        field = (int) (tag >>> 3);
        type = (int) (tag & 7);
        if (tag >>> 32 != 0 || field == 0) {
            throw malformed("tag " + tag);
        }
        return true;
    }

    /** The number of the field stepped to. */
    public int field() {
        return field;
    }

    /** Whether the field is a single number, rather than a list of them: both forms of a repeated number are allowed. */
    public boolean isNumber() {
        return type == VARINT;
    }

    /** Where the next byte is read, as an index into the array. */
    public int position() {
        return at;
    }

    /** The field's number: an integer of up to 64 bits, an enum or a truth value. */
    public long varint() throws WireException {
        require(VARINT);
        return raw();
    }

    /** The field's number, of which only what an int holds is allowed. */
    public int int32() throws WireException {
        long value = varint();
        if (value != (int) value) {
            throw malformed("number " + value + " (expected: 32 bits)");
        }
        return (int) value;
    }

    /** The field's floating-point number, with all its bits. */
    public double float64() throws WireException {
        require(FIXED64);
        if (end - at < 8) {
            throw malformed("ends within a number");
        }
        double value = Double.longBitsToDouble((long) LONG.get(bytes, at));
        at += 8;
        return value;
    }

    /** Goes into the field, a message or a list of numbers; gives what {@link #leave} needs. */
    public int enter() throws WireException {
        int length = length();
        int outer = end;
        end = at + length;
        return outer;
    }

    /** Whether there is something left of what was gone into. */
    public boolean more() {
        return at < end;
    }

    /** The next number of a packed list that was gone into. */
    public long packed() throws WireException {
        return raw();
    }

    /** Goes out again, over what was not read. */
    public void leave(int outer) {
        at = end;
        end = outer;
    }

    /** Reads the length of the field's bytes and stands at the first of them; to be followed by {@link #jump}. */
    public int length() throws WireException {
        require(BYTES);
        long length = raw();
        if (length < 0 || length > end - at) {
            throw malformed("length " + Long.toUnsignedString(length) + " (expected: at most the " + (end - at)
                    + " bytes that follow)");
        }
        return (int) length;
    }

    /** Goes over so many bytes, at most those that {@link #length} gave. */
    public void jump(int length) {
        at += length;
    }

    /** Goes back, or on, to a place within the message, or the part of it, that is being read: the beginning of a field. */
    public void seek(int position) {
        if (position < 0 || position > end) {
            throw new IndexOutOfBoundsException("position: " + position + " (expected: at most " + end + ")");
        }
        at = position;
    }

    /** The field's text. */
    public String text() throws WireException {
        int length = length();
        String text = text(bytes, at, length);
        at += length;
        return text;
    }

    /** Goes over the field. */
    public void skip() throws WireException {
        switch (type) {
            case VARINT -> raw();
            case FIXED64 -> skip(8);
            case BYTES -> jump(length());
            case FIXED32 -> skip(4);
            default -> throw malformed("wire type " + type);
        }
    }

    /** Text of UTF-8; anything else is refused. */
    public static String text(byte[] bytes, int from, int length) throws WireException {
        for (int i = from; i < from + length; i++) {
            if (bytes[i] < 0) {
                return decoded(bytes, from, length);
            }
        }
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    private static String decoded(byte[] bytes, int from, int length) throws WireException {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length));
            return text.toString();
        } catch (CharacterCodingException e) {
            throw WireException.malformed("protobuf: a text that is not UTF-8");
        }
    }

    private void skip(int length) throws WireException {
        if (end - at < length) {
            throw malformed("ends within a number");
        }
        at += length;
    }

    private void require(int expected) throws WireException {
        if (type != expected) {
            throw malformed("wire type " + type + " (expected: " + expected + ")");
        }
    }

    private long raw() throws WireException {
        if (at < end && bytes[at] >= 0) {
            return bytes[at++];
        }
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            if (at >= end) {
                throw malformed("ends within a number");
            }
            byte next = bytes[at++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw malformed("a number of more than 10 bytes");
    }

    private WireException malformed(String what) {
        return WireException.malformed("protobuf: field " + field + " at byte " + at + ": " + what);
    }
}
