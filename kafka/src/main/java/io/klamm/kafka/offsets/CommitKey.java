package io.klamm.kafka.offsets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Whose commit a record is: the key of versions 0 and 1, which are written alike.
 *
 * @param group group id; may be empty, as that of old simple consumers
 */
record CommitKey(String group, String topic, int partition) {

    /** The highest key version that means a commit. */
    static final short HIGHEST_VERSION = 1;

    private static final int VERSION_BYTES = 2;
    private static final int LENGTH_BYTES = 2;
    private static final int PARTITION_BYTES = 4;

    /** Null when the bytes are not such a key. Leaves the buffer as it is. */
    static @Nullable CommitKey read(ByteBuffer key) {
        int end = key.limit();
        int groupAt = key.position() + VERSION_BYTES;
        int topicAt = afterText(key, groupAt, end);
        int partitionAt = topicAt < 0 ? -1 : afterText(key, topicAt, end);
        if (partitionAt < 0 || end - partitionAt < PARTITION_BYTES) {
            return null;
        }
        int partition = key.getInt(partitionAt);
        String topic = text(key, topicAt);
        return partition < 0 || topic.isEmpty() ? null : new CommitKey(text(key, groupAt), topic, partition);
    }

    /** The text that every key but its version begins with, which is the group's id; null when it is cut off. Leaves the buffer as it is. */
    static @Nullable String group(ByteBuffer key) {
        int at = key.position() + VERSION_BYTES;
        return afterText(key, at, key.limit()) < 0 ? null : text(key, at);
    }

    private static int afterText(ByteBuffer key, int at, int end) {
        if (end - at < LENGTH_BYTES) {
            return -1;
        }
        int length = key.getShort(at);
        int after = at + LENGTH_BYTES + length;
        return length < 0 || after > end ? -1 : after;
    }

    private static String text(ByteBuffer key, int at) {
        byte[] bytes = new byte[key.getShort(at)];
        key.get(at + LENGTH_BYTES, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
