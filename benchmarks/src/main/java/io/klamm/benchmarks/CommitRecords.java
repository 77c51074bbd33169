package io.klamm.benchmarks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Commits as brokers write them: key version 1, value version 4 (as since Kafka 4.1). */
final class CommitRecords {

    private static final short KEY_VERSION = 1;
    private static final short VALUE_VERSION = 4;

    private CommitRecords() {}

    static byte[] key(String group, String topic, int partition) {
        byte[] groupBytes = group.getBytes(StandardCharsets.UTF_8);
        byte[] topicBytes = topic.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(10 + groupBytes.length + topicBytes.length)
                .putShort(KEY_VERSION)
                .putShort((short) groupBytes.length)
                .put(groupBytes)
                .putShort((short) topicBytes.length)
                .put(topicBytes)
                .putInt(partition)
                .array();
    }

    /** Without metadata and tagged fields. */
    static byte[] value(long offset, int leaderEpoch, long timeMillis) {
        return ByteBuffer.allocate(24)
                .putShort(VALUE_VERSION)
                .putLong(offset)
                .putInt(leaderEpoch)
                .put((byte) 1)
                .putLong(timeMillis)
                .put((byte) 0)
                .array();
    }
}
