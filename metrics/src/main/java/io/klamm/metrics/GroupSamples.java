package io.klamm.metrics;

import io.klamm.model.ClusterLag;
import io.klamm.model.Group;
import io.klamm.model.GroupLag;
import io.klamm.model.PartitionLag;

/**
 * What kafka_exporter says of groups. Unlike kafka_exporter, a partition without a commit has no sample (there: -1), the sums are over what is
 * known, and the members of all four types of groups are counted.
 */
final class GroupSamples<P> {

    /** The state of a group whose coordinator did not answer: its members are not known, which is not the same as none. */
    private static final String UNKNOWN_STATE = "Unknown";

    private final SampleSink<P> sink;
    private final LabelCache<P> topics;
    private final P none;

    GroupSamples(SampleSink<P> sink, LabelCache<P> topics) {
        this.sink = sink;
        this.topics = topics;
        this.none = sink.labels();
    }

    void write(ClusterLag clusterLag) {
        clusterLag.groups().forEach(this::group);
    }

    private void group(GroupLag groupLag) {
        Group group = groupLag.group();
        P labels = sink.labels("consumergroup", group.id());
        if (!group.state().equals(UNKNOWN_STATE)) {
            sink.sample(
                    Family.GROUP_MEMBERS,
                    labels,
                    SampleSink.NO_PARTITION,
                    none,
                    group.members().size());
        }
        partitions(groupLag, labels);
    }

    private void partitions(GroupLag groupLag, P group) {
        TopicSums sums = new TopicSums();
        String last = "";
        P topic = none;
        for (PartitionLag partition : groupLag.partitions()) {
            String name = partition.partition().topic();
            if (!name.equals(last)) {
                sums(sums, group, topic);
                topic = topics.of(name);
                last = name;
            }
            sums.add(partition);
            partition(partition, group, topic);
        }
        sums(sums, group, topic);
    }

    private void partition(PartitionLag partition, P group, P topic) {
        int number = partition.partition().partition();
        if (partition.committed().isPresent()) {
            sink.sample(
                    Family.GROUP_OFFSET,
                    group,
                    number,
                    topic,
                    partition.committed().getAsLong());
        }
        if (partition.lag().isPresent()) {
            sink.sample(Family.GROUP_LAG, group, number, topic, partition.lag().getAsLong());
        }
    }

    private void sums(TopicSums sums, P group, P topic) {
        if (sums.anyOffset) {
            sink.sample(Family.GROUP_OFFSET_SUM, group, SampleSink.NO_PARTITION, topic, sums.offset);
        }
        if (sums.anyLag) {
            sink.sample(Family.GROUP_LAG_SUM, group, SampleSink.NO_PARTITION, topic, sums.lag);
        }
        sums.clear();
    }

    private static final class TopicSums {

        private long offset;
        private long lag;
        private boolean anyOffset;
        private boolean anyLag;

        void add(PartitionLag partition) {
            if (partition.committed().isPresent()) {
                offset += partition.committed().getAsLong();
                anyOffset = true;
            }
            if (partition.lag().isPresent()) {
                lag += partition.lag().getAsLong();
                anyLag = true;
            }
        }

        void clear() {
            offset = 0;
            lag = 0;
            anyOffset = false;
            anyLag = false;
        }
    }
}
