package io.klamm.web.exposition;

import io.klamm.model.ClusterLag;
import io.klamm.model.Group;
import io.klamm.model.GroupLag;
import io.klamm.model.PartitionLag;

/**
 * Writes what kafka_exporter says of groups. Unlike kafka_exporter, a partition without a commit has no line (there: -1), the sums are over what
 * is known, and the members of all four types of groups are counted.
 */
final class GroupLines {

    /** The state of a group whose coordinator did not answer: its members are not known, which is not the same as none. */
    private static final String UNKNOWN_STATE = "Unknown";

    private final TopicLabels topics = new TopicLabels();
    private final Lines offset;
    private final Lines offsetSum;
    private final Lines lag;
    private final Lines lagSum;
    private final Lines members;

    GroupLines(Lines offset, Lines offsetSum, Lines lag, Lines lagSum, Lines members) {
        this.offset = offset;
        this.offsetSum = offsetSum;
        this.lag = lag;
        this.lagSum = lagSum;
        this.members = members;
    }

    void write(ClusterLag clusterLag) {
        clusterLag.groups().forEach(this::group);
    }

    private void group(GroupLag groupLag) {
        Group group = groupLag.group();
        if (!group.state().equals(UNKNOWN_STATE)) {
            members.begin()
                    .append(LabelText.fragment("consumergroup=\"", group.id(), "\""))
                    .end(group.members().size());
        }
        byte[] partitionLabels = LabelText.fragment("consumergroup=\"", group.id(), "\",partition=\"");
        byte[] sumLabels = LabelText.fragment("consumergroup=\"", group.id(), "");
        partitions(groupLag, partitionLabels, sumLabels);
    }

    private void partitions(GroupLag groupLag, byte[] partitionLabels, byte[] sumLabels) {
        TopicSums sums = new TopicSums();
        String last = "";
        byte[] topicLabel = {};
        for (PartitionLag partition : groupLag.partitions()) {
            String topic = partition.partition().topic();
            if (!topic.equals(last)) {
                sums(sums, sumLabels, topicLabel);
                topicLabel = topics.of(topic);
                last = topic;
            }
            sums.add(partition);
            line(partition, partitionLabels, topicLabel);
        }
        sums(sums, sumLabels, topicLabel);
    }

    private void line(PartitionLag partition, byte[] labels, byte[] topic) {
        int number = partition.partition().partition();
        if (partition.committed().isPresent()) {
            offset.begin()
                    .append(labels)
                    .number(number)
                    .append(topic)
                    .end(partition.committed().getAsLong());
        }
        if (partition.lag().isPresent()) {
            lag.begin()
                    .append(labels)
                    .number(number)
                    .append(topic)
                    .end(partition.lag().getAsLong());
        }
    }

    private void sums(TopicSums sums, byte[] labels, byte[] topic) {
        if (sums.anyOffset) {
            offsetSum.begin().append(labels).append(topic).end(sums.offset);
        }
        if (sums.anyLag) {
            lagSum.begin().append(labels).append(topic).end(sums.lag);
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
