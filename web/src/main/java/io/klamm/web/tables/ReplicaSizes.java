package io.klamm.web.tables;

import io.klamm.model.ClusterSnapshot;
import io.klamm.model.LogDir;
import io.klamm.model.Partition;
import io.klamm.model.Topic;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Sizes of topics and partitions on disk, gathered from the log dirs. A replica that is only being moved in does not count. */
final class ReplicaSizes {

    private static final long UNKNOWN = -1;

    private final Map<String, Sums> topics;

    private ReplicaSizes(Map<String, Sums> topics) {
        this.topics = topics;
    }

    static ReplicaSizes of(ClusterSnapshot snapshot) {
        Map<String, Sums> topics = new HashMap<>();
        for (Topic topic : snapshot.topics()) {
            topics.put(topic.name(), new Sums(topic));
        }
        for (LogDir dir : snapshot.logDirs()) {
            for (LogDir.Replica replica : dir.replicas()) {
                Sums sums = topics.get(replica.partition().topic());
                if (sums != null && !replica.future()) {
                    sums.add(dir.broker(), replica.partition().partition(), replica.sizeBytes());
                }
            }
        }
        return new ReplicaSizes(topics);
    }

    /** Size of the leader's replica in bytes; empty when the leader's log dirs could not be read. */
    OptionalLong leader(Topic topic, int partition) {
        Sums sums = topics.get(topic.name());
        return sums == null ? OptionalLong.empty() : optional(sums.leaderSize(partition));
    }

    /** Size of all replicas that are alive, in bytes; empty when one of them is not known. */
    OptionalLong topic(Topic topic) {
        Sums sums = topics.get(topic.name());
        return sums == null ? OptionalLong.empty() : optional(sums.total());
    }

    private static OptionalLong optional(long value) {
        return value == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static final class Sums {

        private final Topic topic;
        private final int[] leader;
        private final long[] leaderSize;
        private final int[] missing;
        private long total;
        private boolean any;

        Sums(Topic topic) {
            this.topic = topic;
            int length =
                    topic.partitions().stream().mapToInt(Partition::id).max().orElse(-1) + 1;
            leader = new int[length];
            leaderSize = new long[length];
            missing = new int[length];
            Arrays.fill(leaderSize, UNKNOWN);
            for (Partition partition : topic.partitions()) {
                leader[partition.id()] = partition.leader();
                missing[partition.id()] = partition.replicas().size()
                        - partition.offlineReplicas().size();
            }
        }

        void add(int broker, int partition, long size) {
            if (partition >= missing.length) {
                return;
            }
            missing[partition]--;
            total += size;
            any = true;
            if (leader[partition] == broker) {
                leaderSize[partition] = size;
            }
        }

        long leaderSize(int partition) {
            return leaderSize[partition];
        }

        long total() {
            boolean complete = topic.partitions().stream().allMatch(partition -> missing[partition.id()] <= 0);
            return any && complete ? total : UNKNOWN;
        }
    }
}
