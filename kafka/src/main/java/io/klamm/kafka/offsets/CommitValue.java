package io.klamm.kafka.offsets;

import java.nio.ByteBuffer;

/**
 * What a commit says: offset and time, read in place from the value of versions 0 to 4. One object is filled again and again, so that a million commits
 * leave nothing behind.
 */
final class CommitValue {

    /** What came of reading one. */
    enum Outcome {
        READ,
        UNKNOWN_VERSION,
        MALFORMED
    }

    private static final int VERSION_WITH_EPOCH = 3;
    private static final int COMPACT_VERSION = 4;
    private static final int EXPIRING_VERSION = 1;
    private static final int LONGEST_COMPACT = 0x7fff;
    private static final int VARINT_BYTES = 5;

    private long offset;
    private long timeMillis;

    /** Committed offset of the last value that was read; 0 or more. */
    long offset() {
        return offset;
    }

    /** When it was committed, by the coordinator's clock. */
    long timeMillis() {
        return timeMillis;
    }

    /** Leaves the buffer as it is. */
    Outcome read(ByteBuffer value) {
        int at = value.position();
        int end = value.limit();
        if (end - at < Short.BYTES) {
            return Outcome.MALFORMED;
        }
        int version = value.getShort(at);
        if (version < 0 || version > COMPACT_VERSION) {
            return Outcome.UNKNOWN_VERSION;
        }
        return readAfterVersion(value, version, at + Short.BYTES, end) ? Outcome.READ : Outcome.MALFORMED;
    }

    private boolean readAfterVersion(ByteBuffer value, int version, int at, int end) {
        int metadataAt = at + Long.BYTES + (version >= VERSION_WITH_EPOCH ? Integer.BYTES : 0);
        if (metadataAt > end) {
            return false;
        }
        offset = value.getLong(at);
        int timeAt = version == COMPACT_VERSION
                ? afterCompactText(value, metadataAt, end)
                : afterText(value, metadataAt, end);
        int after = timeAt + Long.BYTES + (version == EXPIRING_VERSION ? Long.BYTES : 0);
        if (timeAt < 0 || after > end || offset < 0) {
            return false;
        }
        timeMillis = value.getLong(timeAt);
        return version < COMPACT_VERSION || tagsFit(value, after, end);
    }

    private static int afterText(ByteBuffer value, int at, int end) {
        if (end - at < Short.BYTES) {
            return -1;
        }
        int length = value.getShort(at);
        return length < 0 || length > end - at - Short.BYTES ? -1 : at + Short.BYTES + length;
    }

    private static int afterCompactText(ByteBuffer value, int at, int end) {
        long varint = varint(value, at, end);
        long length = varintValue(varint) - 1;
        int textAt = at + varintSize(varint);
        return varint < 0 || length < 0 || length > LONGEST_COMPACT || length > end - textAt
                ? -1
                : textAt + (int) length;
    }

    /** The tagged fields at the end, none of which concerns us, must be whole. */
    private static boolean tagsFit(ByteBuffer value, int at, int end) {
        long count = varint(value, at, end);
        if (count < 0) {
            return false;
        }
        int position = at + varintSize(count);
        for (long left = varintValue(count); left > 0; left--) {
            position = afterTag(value, position, end);
            if (position < 0) {
                return false;
            }
        }
        return true;
    }

    private static int afterTag(ByteBuffer value, int at, int end) {
        long tag = varint(value, at, end);
        if (tag < 0) {
            return -1;
        }
        int sizeAt = at + varintSize(tag);
        long size = varint(value, sizeAt, end);
        int bodyAt = sizeAt + varintSize(size);
        return size < 0 || varintValue(size) > end - bodyAt ? -1 : bodyAt + (int) varintValue(size);
    }

    /** An unsigned varint of at most 32 bits, with the number of its bytes above them; -1 when it is cut off or too long. */
    private static long varint(ByteBuffer value, int at, int end) {
        long result = 0;
        for (int size = 1; size <= VARINT_BYTES && at + size <= end; size++) {
            byte next = value.get(at + size - 1);
            result |= (next & 0x7fL) << (7 * (size - 1));
            if (next >= 0) {
                return (result & 0xffff_ffffL) | (long) size << 32;
            }
        }
        return -1;
    }

    private static long varintValue(long varint) {
        return varint & 0xffff_ffffL;
    }

    private static int varintSize(long varint) {
        return (int) (varint >>> 32);
    }
}
