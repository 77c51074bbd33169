package io.klamm.kafka.offsets;

import java.nio.ByteBuffer;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.Message;
import org.apache.kafka.common.protocol.MessageUtil;
import org.apache.kafka.coordinator.group.generated.CoordinatorRecordType;
import org.apache.kafka.coordinator.group.generated.OffsetCommitKey;
import org.apache.kafka.coordinator.group.generated.OffsetCommitValue;

/** Records of the offsets topic as Kafka's own classes write them. */
final class Bytes {

    static final long TIME = 1_790_000_000_000L;

    private Bytes() {}

    static ByteBuffer commitKey(String group, String topic, int partition) {
        OffsetCommitKey key =
                new OffsetCommitKey().setGroup(group).setTopic(topic).setPartition(partition);
        return with((short) 1, key, (short) 0);
    }

    static ByteBuffer commitValue(long offset) {
        return commitValue((short) 3, offset, "", TIME);
    }

    static ByteBuffer commitValue(short version, long offset, String metadata, long timeMillis) {
        OffsetCommitValue value =
                new OffsetCommitValue().setOffset(offset).setMetadata(metadata).setCommitTimestamp(timeMillis);
        return with(version, version == 1 ? value.setExpireTimestamp(timeMillis + 1) : value, version);
    }

    static ByteBuffer key(CoordinatorRecordType type, ApiMessage key) {
        return with(type.id(), key, (short) 0);
    }

    static ByteBuffer value(ApiMessage value, short version) {
        return with(version, value, version);
    }

    private static ByteBuffer with(short prefix, Message message, short version) {
        byte[] body = MessageUtil.toVersionPrefixedBytes(version, message);
        ByteBuffer buffer = ByteBuffer.wrap(body);
        buffer.putShort(0, prefix);
        return buffer;
    }

    /** The same bytes, but in the middle of an array, as they come from the wire. */
    static ByteBuffer inTheMiddle(ByteBuffer bytes) {
        ByteBuffer wide = ByteBuffer.allocate(bytes.remaining() + 20);
        wide.position(7);
        wide.put(bytes.duplicate());
        wide.flip();
        wide.position(7);
        return wide;
    }

    static ByteBuffer cut(ByteBuffer bytes, int length) {
        return bytes.slice(bytes.position(), length);
    }
}
