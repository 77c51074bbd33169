package io.klamm.kafka.offsets;

import io.klamm.kafka.offsets.OffsetsRecord.Commit;
import io.klamm.kafka.offsets.OffsetsRecord.CommitDeleted;
import io.klamm.kafka.offsets.OffsetsRecord.Fact;
import io.klamm.kafka.offsets.OffsetsRecord.FactDeleted;
import io.klamm.kafka.offsets.OffsetsRecord.GroupEnded;
import io.klamm.kafka.offsets.OffsetsRecord.Unreadable;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.coordinator.group.generated.CoordinatorRecordType;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to {@link OffsetsRecord}, for all record types of Kafka 4.3; whatever the bytes are, it returns. Commits, of which there are a thousand for one of anything
 * else, have a quicker way through {@link CommitFeed}.
 */
final class OffsetsRecordDecoder {

    static final String NO_KEY = "record without key";

    private static final short KEY_VERSION_INSIDE = 0;

    /** The types of which each group has one record, for as long as it is a group of that kind. */
    private static final Set<CoordinatorRecordType> KINDS_OF_GROUP = EnumSet.of(
            CoordinatorRecordType.GROUP_METADATA,
            CoordinatorRecordType.CONSUMER_GROUP_METADATA,
            CoordinatorRecordType.SHARE_GROUP_METADATA,
            CoordinatorRecordType.STREAMS_GROUP_METADATA);

    private OffsetsRecordDecoder() {}

    /**
     * Leaves both buffers as they are.
     *
     * @param value null for a tombstone
     */
    static OffsetsRecord decode(@Nullable ByteBuffer key, @Nullable ByteBuffer value) {
        if (key == null || key.remaining() < Short.BYTES) {
            return new Unreadable(NO_KEY);
        }
        short version = key.getShort(key.position());
        Optional<CoordinatorRecordType> type = type(version);
        if (type.isEmpty()) {
            return new Unreadable("key version " + version);
        }
        return commit(version) ? commit(key, value) : other(type.get(), key, value);
    }

    /** Whether a key of that version belongs to a commit. */
    static boolean commit(short version) {
        return version >= 0 && version <= CommitKey.HIGHEST_VERSION;
    }

    private static Optional<CoordinatorRecordType> type(short version) {
        try {
            return Optional.of(CoordinatorRecordType.fromId(version));
        } catch (UnsupportedVersionException e) {
            return Optional.empty();
        }
    }

    private static OffsetsRecord commit(ByteBuffer keyBytes, @Nullable ByteBuffer valueBytes) {
        CommitKey key = CommitKey.read(keyBytes);
        if (key == null) {
            return unreadableKey(CoordinatorRecordType.OFFSET_COMMIT);
        }
        if (valueBytes == null) {
            return new CommitDeleted(key);
        }
        CommitValue value = new CommitValue();
        return switch (value.read(valueBytes)) {
            case READ -> new Commit(key, value.offset(), value.timeMillis());
            case UNKNOWN_VERSION ->
                unknownValue(CoordinatorRecordType.OFFSET_COMMIT, valueBytes.getShort(valueBytes.position()));
            case MALFORMED -> unreadableValue(CoordinatorRecordType.OFFSET_COMMIT);
        };
    }

    private static OffsetsRecord other(CoordinatorRecordType type, ByteBuffer keyBytes, @Nullable ByteBuffer bytes) {
        String group = CommitKey.group(keyBytes);
        ApiMessage key = type.newRecordKey();
        if (group == null || !read(key, keyBytes, KEY_VERSION_INSIDE)) {
            return unreadableKey(type);
        }
        if (bytes == null) {
            return KINDS_OF_GROUP.contains(type) ? new GroupEnded(type, group) : new FactDeleted(type, group, key);
        }
        if (bytes.remaining() < Short.BYTES) {
            return unreadableValue(type);
        }
        short version = bytes.getShort(bytes.position());
        ApiMessage value = type.newRecordValue();
        if (version < value.lowestSupportedVersion() || version > value.highestSupportedVersion()) {
            return unknownValue(type, version);
        }
        return read(value, bytes, version) ? new Fact(type, group, key, value) : unreadableValue(type);
    }

    /** Kafka's own reading of what comes after the version; bytes that are none of it end in many kinds of exceptions. */
    private static boolean read(ApiMessage message, ByteBuffer bytes, short version) {
        ByteBuffer afterVersion = bytes.slice(bytes.position() + Short.BYTES, bytes.remaining() - Short.BYTES);
        try {
            message.read(new ByteBufferAccessor(afterVersion), version);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    static Unreadable unreadableKey(CoordinatorRecordType type) {
        return new Unreadable(type + " key");
    }

    static Unreadable unreadableValue(CoordinatorRecordType type) {
        return new Unreadable(type + " value");
    }

    static Unreadable unknownValue(CoordinatorRecordType type, short version) {
        return new Unreadable(type + " value version " + version);
    }
}
