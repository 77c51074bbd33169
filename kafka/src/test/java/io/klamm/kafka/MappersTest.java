package io.klamm.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.GroupMember;
import io.klamm.model.GroupOffset;
import io.klamm.model.GroupType;
import io.klamm.model.Partition;
import io.klamm.model.Retention;
import io.klamm.model.Topic;
import io.klamm.model.TopicPartition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.SharePartitionOffsetInfo;
import org.apache.kafka.clients.admin.StreamsGroupDescription;
import org.apache.kafka.clients.admin.StreamsGroupMemberAssignment;
import org.apache.kafka.clients.admin.StreamsGroupMemberAssignment.TaskIds;
import org.apache.kafka.clients.admin.StreamsGroupMemberDescription;
import org.apache.kafka.clients.admin.StreamsGroupSubtopologyDescription;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MappersTest {

    private static final Node ONE = new Node(1, "a", 9092);
    private static final Node TWO = new Node(2, "b", 9092);

    @Test
    void topic_leaderless_isOfflineAndItsOffsetsUnknown() {
        TopicPartitionInfo led = new TopicPartitionInfo(1, TWO, List.of(TWO, ONE), List.of(TWO));
        TopicPartitionInfo lost = new TopicPartitionInfo(0, Node.noNode(), List.of(ONE), List.of());
        TopicDescription description = new TopicDescription("t", false, List.of(led, lost), Set.of(), Uuid.ONE_UUID);
        var key = new org.apache.kafka.common.TopicPartition("t", 1);

        PartitionOffsets offsets = new PartitionOffsets(Map.of(key, 3L), Map.of(key, 9L), Map.of(key, 7L));
        Retention week = new Retention(true, false, OptionalLong.of(604_800_000), OptionalLong.empty());

        Topic topic = new TopicMapper(Set.of(2), offsets, Map.of("t", week)).topic(description);

        Partition offline = topic.partitions().get(0);
        assertThat(offline.id()).isZero();
        assertThat(offline.offline()).isTrue();
        assertThat(offline.offlineReplicas()).containsExactly(1);
        assertThat(offline.latestOffset()).isEqualTo(Partition.UNKNOWN_OFFSET);
        Partition other = topic.partitions().get(1);
        assertThat(other.leaderIsPreferred()).isTrue();
        assertThat(other.underReplicated()).isTrue();
        assertThat(List.of(other.earliestOffset(), other.latestOffset(), other.stableOffset()))
                .containsExactly(3L, 9L, 7L);
        assertThat(topic.retention()).contains(week);
        Topic old = TopicMapper.withoutOffsets(topic);
        assertThat(old.retention()).contains(week);
        assertThat(old.partitions())
                .allMatch(partition -> partition.latestOffset() == Partition.UNKNOWN_OFFSET
                        && partition.stableOffset() == Partition.UNKNOWN_OFFSET);
    }

    @Test
    void stable_readAMomentLaterThanTheEnd_isNotBeyondIt() {
        var key = new org.apache.kafka.common.TopicPartition("t", 0);
        var other = new org.apache.kafka.common.TopicPartition("t", 1);
        PartitionOffsets offsets = new PartitionOffsets(Map.of(), Map.of(key, 9L), Map.of(key, 11L, other, 4L));

        assertThat(offsets.stable(key)).isEqualTo(9);
        assertThat(offsets.stable(other)).isEqualTo(4);
        assertThat(offsets.latest(other)).isEqualTo(Partition.UNKNOWN_OFFSET);
    }

    @Test
    void retention_policiesAndLimits_asKafkaWritesThem() {
        assertThat(RetentionMapper.retention(config("delete", "604800000", "-1")))
                .contains(new Retention(true, false, OptionalLong.of(604_800_000), OptionalLong.empty()));
        assertThat(RetentionMapper.retention(config("compact, delete", "-1", "1024")))
                .contains(new Retention(true, true, OptionalLong.empty(), OptionalLong.of(1024)));
        assertThat(RetentionMapper.retention(config("compact", "0", "-1")))
                .contains(new Retention(false, true, OptionalLong.of(0), OptionalLong.empty()));
        assertThat(RetentionMapper.retention(new Config(List.of()))).isEmpty();
    }

    private static Config config(String policy, String millis, String bytes) {
        return new Config(List.of(
                new ConfigEntry("cleanup.policy", policy),
                new ConfigEntry("retention.ms", millis),
                new ConfigEntry("retention.bytes", bytes)));
    }

    @Test
    void committed_nullNegativeAndExcluded_areLeftOut() {
        Map<org.apache.kafka.common.TopicPartition, @Nullable OffsetAndMetadata> offsets = new HashMap<>();
        offsets.put(new org.apache.kafka.common.TopicPartition("t", 2), new OffsetAndMetadata(7));
        offsets.put(new org.apache.kafka.common.TopicPartition("t", 0), new OffsetAndMetadata(0));
        offsets.put(new org.apache.kafka.common.TopicPartition("t", 1), null);
        offsets.put(new org.apache.kafka.common.TopicPartition("hidden", 0), new OffsetAndMetadata(1));

        assertThat(GroupMapper.committed(offsets, topic -> topic.equals("t")))
                .containsExactly(
                        new GroupOffset(new TopicPartition("t", 0), 0, OptionalLong.empty()),
                        new GroupOffset(new TopicPartition("t", 2), 7, OptionalLong.empty()));
    }

    @Test
    void shared_lagOfTheBroker_isKeptWhereItTellsOne() {
        Map<org.apache.kafka.common.TopicPartition, @Nullable SharePartitionOffsetInfo> offsets = new HashMap<>();
        offsets.put(
                new org.apache.kafka.common.TopicPartition("t", 0),
                new SharePartitionOffsetInfo(4, Optional.empty(), Optional.of(12L)));
        offsets.put(
                new org.apache.kafka.common.TopicPartition("t", 1),
                new SharePartitionOffsetInfo(4, Optional.empty(), Optional.empty()));
        offsets.put(new org.apache.kafka.common.TopicPartition("t", 2), null);

        assertThat(GroupMapper.shared(offsets, topic -> true))
                .containsExactly(
                        new GroupOffset(new TopicPartition("t", 0), 4, OptionalLong.of(12)),
                        new GroupOffset(new TopicPartition("t", 1), 4, OptionalLong.empty()));
    }

    @Test
    void streamsGroup_tasksBecomeThePartitionsOfTheirSourceTopics_thoughItsTextFails() {
        StreamsGroupSubtopologyDescription subtopology = new StreamsGroupSubtopologyDescription(
                "0",
                List.of("in", "hidden"),
                List.of(),
                Map.of(),
                Map.of("repartition", new StreamsGroupSubtopologyDescription.TopicInfo(2, 1, Map.of())));
        StreamsGroupMemberAssignment assignment = new StreamsGroupMemberAssignment(
                List.of(new TaskIds("0", List.of(1, 0)), new TaskIds("unknown", List.of(3))), List.of(), List.of());
        StreamsGroupMemberDescription member = new StreamsGroupMemberDescription(
                "m",
                1,
                Optional.of("static"),
                Optional.empty(),
                "client",
                "/10.0.0.1",
                1,
                "process",
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of(),
                assignment,
                assignment,
                false);
        StreamsGroupDescription group = new StreamsGroupDescription(
                "g", 1, 1, 1, List.of(subtopology), List.of(member), GroupState.STABLE, TWO, null);

        GroupDescription description = GroupDescription.of(group, topic -> !topic.equals("hidden"));

        assertThat(description)
                .isEqualTo(new GroupDescription(
                        "Stable",
                        "streams",
                        2,
                        List.of(new GroupMember(
                                "m",
                                "static",
                                "client",
                                "10.0.0.1",
                                List.of(
                                        new TopicPartition("in", 0),
                                        new TopicPartition("in", 1),
                                        new TopicPartition("repartition", 0),
                                        new TopicPartition("repartition", 1))))));
    }

    @Test
    void type_everyTypeOfKafka_hasOne() {
        assertThat(GroupMapper.type(Optional.empty())).isEqualTo(GroupType.UNKNOWN);
        for (org.apache.kafka.common.GroupType type : org.apache.kafka.common.GroupType.values()) {
            assertThat(GroupMapper.type(Optional.of(type)).name()).isEqualTo(type.name());
        }
    }
}
