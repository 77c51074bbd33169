package io.klamm.model;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One log directory of one broker.
 *
 * @param broker node id
 * @param path directory on the broker's disk
 * @param totalBytes size of its volume (KIP-827), empty where the broker does not tell
 * @param usableBytes bytes still free for the broker, empty where it does not tell
 * @param error why the directory cannot be read, null when it can
 */
public record LogDir(
        int broker,
        String path,
        OptionalLong totalBytes,
        OptionalLong usableBytes,
        @Nullable String error,
        List<Replica> replicas) {

    public LogDir {
        replicas = List.copyOf(replicas);
    }

    /**
     * One replica's place on the disk.
     *
     * @param sizeBytes size of its log segments
     * @param offsetLag how far it is behind the high watermark, in records
     * @param future true while it is being moved to this directory
     */
    public record Replica(TopicPartition partition, long sizeBytes, long offsetLag, boolean future) {}
}
