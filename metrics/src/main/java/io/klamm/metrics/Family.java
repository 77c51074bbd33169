package io.klamm.metrics;

/** The metrics of clusters: kafka_exporter 1.9's, our own, kafka-lag-exporter 0.8's; all gauges, in the order in which they are written. */
public enum Family {
    BROKERS("kafka_brokers", "Brokers that are alive."),
    BROKER_INFO(ClusterLabel.NONE, "kafka_broker_info", "1 for each broker that is alive, with its id and address."),
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
    GROUP_MEMBERS("kafka_consumergroup_members", "Members of the group, whatever its type."),

    VERDICT(
            ClusterLabel.ALWAYS,
            "klamm_consumergroup_verdict",
            "1 for the verdict on the group, which is the label; the other verdicts have no series."),
    SEVERITY(
            ClusterLabel.ALWAYS,
            "klamm_consumergroup_severity",
            "The verdict on the group as a number: 0 ok, 1 unknown, 2 abandoned, 3 warn, 4 err, 5 rewind, 6 stall, 7 stop, 8 lost."),
    MUTED(
            ClusterLabel.ALWAYS,
            "klamm_consumergroup_muted",
            "1 for a group about which nobody is to be alarmed, by the settings; the others have no series."),
    MAX_LAG_SECONDS(
            ClusterLabel.ALWAYS,
            "klamm_consumergroup_max_lag_seconds",
            "The largest lag in seconds of the group's partitions."),
    LAG_SECONDS(
            ClusterLabel.ALWAYS,
            "klamm_consumergroup_lag_seconds",
            "How long ago the record that the group reads next was written."),
    EFFECTIVE_LAG(
            ClusterLabel.ALWAYS,
            "klamm_consumergroup_effective_lag",
            "Records that the group can and will read, without transaction markers, compacted gaps and what is not committed yet."),
    SECONDS_TO_CATCH_UP(
            ClusterLabel.ALWAYS,
            "klamm_consumergroup_seconds_to_catch_up",
            "Until nothing is left to read, at the rates of now; absent when it does not come nearer."),
    SECONDS_UNTIL_LOSS(
            ClusterLabel.ALWAYS,
            "klamm_consumergroup_seconds_until_loss",
            "Until retention deletes the record that the group reads next, at the rates of now; absent when it will not."),

    LATEST_OFFSET(
            ClusterLabel.AS_LAG_EXPORTER,
            "kafka_partition_latest_offset",
            "The next offset to be written to the partition."),
    EARLIEST_OFFSET(
            ClusterLabel.AS_LAG_EXPORTER,
            "kafka_partition_earliest_offset",
            "The first offset of the partition that can be read."),
    MEMBER_OFFSET(
            ClusterLabel.NONE,
            "kafka_consumergroup_group_offset",
            "The offset that the group has committed on the partition."),
    MEMBER_LAG(
            ClusterLabel.NONE,
            "kafka_consumergroup_group_lag",
            "Records of the partition that the group has yet to commit."),
    MEMBER_LAG_SECONDS(
            ClusterLabel.NONE,
            "kafka_consumergroup_group_lag_seconds",
            "How long ago the record that the group reads next was written."),
    GROUP_MAX_LAG(
            ClusterLabel.AS_LAG_EXPORTER,
            "kafka_consumergroup_group_max_lag",
            "The largest lag of the group's partitions."),
    GROUP_MAX_LAG_SECONDS(
            ClusterLabel.AS_LAG_EXPORTER,
            "kafka_consumergroup_group_max_lag_seconds",
            "The largest lag in seconds of the group's partitions."),
    GROUP_SUM_LAG(
            ClusterLabel.AS_LAG_EXPORTER,
            "kafka_consumergroup_group_sum_lag",
            "Sum of the lags of the group's partitions."),
    GROUP_TOPIC_SUM_LAG(
            ClusterLabel.AS_LAG_EXPORTER,
            "kafka_consumergroup_group_topic_sum_lag",
            "Sum of the lags of the group's partitions of the topic."),
    POLL_TIME(
            ClusterLabel.AS_LAG_EXPORTER,
            "kafka_consumergroup_poll_time_ms",
            "How long the last reading of the cluster took, in ms.");

    /** Which label of the cluster stands before all others. */
    public enum ClusterLabel {
        /** None; where there is one, it stands elsewhere. */
        NONE,
        /** {@code cluster}, where there are several: kafka_exporter knows one. */
        WHERE_SEVERAL,
        /** {@code cluster}. */
        ALWAYS,
        /** {@code cluster_name}. */
        AS_LAG_EXPORTER
    }

    private final ClusterLabel cluster;
    private final String metric;
    private final String help;

    Family(String metric, String help) {
        this(ClusterLabel.WHERE_SEVERAL, metric, help);
    }

    Family(ClusterLabel cluster, String metric, String help) {
        this.cluster = cluster;
        this.metric = metric;
        this.help = help;
    }

    /** Which label of the cluster its samples have. */
    public ClusterLabel cluster() {
        return cluster;
    }

    /** The metric's name. */
    public String metric() {
        return metric;
    }

    /** What it tells, for a person; one line. */
    public String help() {
        return help;
    }
}
