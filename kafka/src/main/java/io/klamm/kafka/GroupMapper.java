package io.klamm.kafka;

import io.klamm.model.GroupMember;
import io.klamm.model.GroupOffset;
import io.klamm.model.GroupType;
import io.klamm.model.TopicPartition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.ShareMemberDescription;
import org.apache.kafka.clients.admin.SharePartitionOffsetInfo;
import org.apache.kafka.clients.admin.StreamsGroupDescription;
import org.apache.kafka.clients.admin.StreamsGroupMemberAssignment.TaskIds;
import org.apache.kafka.clients.admin.StreamsGroupMemberDescription;
import org.apache.kafka.clients.admin.StreamsGroupSubtopologyDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;

/** From Kafka's descriptions of members and offsets to ours. Pure. */
final class GroupMapper {

    private static final Comparator<GroupMember> BY_ID = Comparator.comparing(GroupMember::memberId);

    private GroupMapper() {}

    static GroupType type(Optional<org.apache.kafka.common.GroupType> type) {
        if (type.isEmpty()) {
            return GroupType.UNKNOWN;
        }
        return switch (type.get()) {
            case CLASSIC -> GroupType.CLASSIC;
            case CONSUMER -> GroupType.CONSUMER;
            case SHARE -> GroupType.SHARE;
            case STREAMS -> GroupType.STREAMS;
            case UNKNOWN -> GroupType.UNKNOWN;
        };
    }

    static List<GroupMember> members(Collection<MemberDescription> members, Predicate<String> topics) {
        return members.stream()
                .map(member -> new GroupMember(
                        member.consumerId(),
                        member.groupInstanceId().orElse(null),
                        member.clientId(),
                        host(member.host()),
                        partitions(member.assignment().topicPartitions(), topics)))
                .sorted(BY_ID)
                .toList();
    }

    static List<GroupMember> shareMembers(Collection<ShareMemberDescription> members, Predicate<String> topics) {
        return members.stream()
                .map(member -> new GroupMember(
                        member.consumerId(),
                        null,
                        member.clientId(),
                        host(member.host()),
                        partitions(member.assignment().topicPartitions(), topics)))
                .sorted(BY_ID)
                .toList();
    }

    /** A streams member is given tasks: a task is one partition of every source topic of its subtopology. */
    static List<GroupMember> streamsMembers(StreamsGroupDescription group, Predicate<String> topics) {
        Map<String, List<String>> sources = new HashMap<>();
        for (StreamsGroupSubtopologyDescription subtopology : group.subtopologies()) {
            List<String> names = new ArrayList<>(subtopology.sourceTopics());
            names.addAll(subtopology.repartitionSourceTopics().keySet());
            names.removeIf(topics.negate());
            sources.put(subtopology.subtopologyId(), names);
        }
        return group.members().stream()
                .map(member -> streamsMember(member, sources))
                .sorted(BY_ID)
                .toList();
    }

    private static GroupMember streamsMember(StreamsGroupMemberDescription member, Map<String, List<String>> sources) {
        List<TopicPartition> assigned = new ArrayList<>();
        for (TaskIds tasks : member.assignment().activeTasks()) {
            for (String topic : sources.getOrDefault(tasks.subtopologyId(), List.of())) {
                tasks.partitions().forEach(partition -> assigned.add(new TopicPartition(topic, partition)));
            }
        }
        return new GroupMember(
                member.memberId(),
                member.instanceId().orElse(null),
                member.clientId(),
                host(member.clientHost()),
                assigned);
    }

    /** Committed offsets of the topics that are read, sorted; Kafka answers null for a partition without commit. */
    static List<GroupOffset> committed(
            Map<org.apache.kafka.common.TopicPartition, @Nullable OffsetAndMetadata> offsets,
            Predicate<String> topics) {
        List<GroupOffset> result = new ArrayList<>(offsets.size());
        offsets.forEach((partition, offset) -> {
            if (offset != null && offset.offset() >= 0 && topics.test(partition.topic())) {
                result.add(new GroupOffset(partition(partition), offset.offset(), OptionalLong.empty()));
            }
        });
        result.sort(Comparator.comparing(GroupOffset::partition));
        return result;
    }

    /** A share group's start offsets with the lag that its brokers count. */
    static List<GroupOffset> shared(
            Map<org.apache.kafka.common.TopicPartition, @Nullable SharePartitionOffsetInfo> offsets,
            Predicate<String> topics) {
        List<GroupOffset> result = new ArrayList<>(offsets.size());
        offsets.forEach((partition, info) -> {
            if (info != null && info.startOffset() >= 0 && topics.test(partition.topic())) {
                OptionalLong lag = info.lag()
                        .filter(value -> value >= 0)
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty());
                result.add(new GroupOffset(partition(partition), info.startOffset(), lag));
            }
        });
        result.sort(Comparator.comparing(GroupOffset::partition));
        return result;
    }

    private static List<TopicPartition> partitions(
            Collection<org.apache.kafka.common.TopicPartition> partitions, Predicate<String> topics) {
        return partitions.stream()
                .filter(partition -> topics.test(partition.topic()))
                .map(GroupMapper::partition)
                .toList();
    }

    private static TopicPartition partition(org.apache.kafka.common.TopicPartition partition) {
        return new TopicPartition(partition.topic(), partition.partition());
    }

    /** Brokers write Java's form of an address, {@code /127.0.0.1}. */
    private static String host(@Nullable String host) {
        if (host == null) {
            return "";
        }
        return host.startsWith("/") ? host.substring(1) : host;
    }
}
