package io.klamm.web.exposition;

import java.nio.charset.StandardCharsets;

/** The metrics of kafka_exporter 1.9, all gauges, in the order in which they are written. */
enum Family {
    BROKERS("kafka_brokers", "Brokers that are alive."),
    BROKER_INFO("kafka_broker_info", "1 for each broker that is alive, with its id and address."),
    TOPIC_PARTITIONS("kafka_topic_partitions", "Partitions of the topic."),
    CURRENT_OFFSET("kafka_topic_partition_current_offset", "The next offset to be written to the partition."),
    OLDEST_OFFSET("kafka_topic_partition_oldest_offset", "The first offset of the partition that can be read."),
    LEADER("kafka_topic_partition_leader", "Node id of the broker that leads the partition; absent while none does."),
    REPLICAS("kafka_topic_partition_replicas", "Replicas of the partition."),
    IN_SYNC_REPLICA("kafka_topic_partition_in_sync_replica", "Replicas of the partition that are in sync."),
    LEADER_IS_PREFERRED(
            "kafka_topic_partition_leader_is_preferred", "1 when the partition is led by its first replica, else 0."),
    UNDER_REPLICATED(
            "kafka_topic_partition_under_replicated_partition",
            "1 when a replica of the partition is not in sync, else 0."),
    GROUP_OFFSET("kafka_consumergroup_current_offset", "The offset that the group has committed on the partition."),
    GROUP_OFFSET_SUM(
            "kafka_consumergroup_current_offset_sum", "Sum of the offsets that the group has committed on the topic."),
    GROUP_LAG("kafka_consumergroup_lag", "Records of the partition that the group has yet to commit."),
    GROUP_LAG_SUM("kafka_consumergroup_lag_sum", "Records of the topic that the group has yet to commit."),
    GROUP_MEMBERS("kafka_consumergroup_members", "Members of the group, whatever its type.");

    private final String metric;
    private final String head;

    Family(String metric, String help) {
        this.metric = metric;
        this.head = "# HELP " + metric + " " + help + "\n# TYPE " + metric + " gauge\n";
    }

    String metric() {
        return metric;
    }

    /** The HELP and TYPE lines, the same in both text formats. */
    byte[] head() {
        return head.getBytes(StandardCharsets.UTF_8);
    }
}
