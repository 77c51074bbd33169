package io.klamm.kafka;

import io.klamm.model.GroupMember;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.ClassicGroupDescription;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ShareGroupDescription;
import org.apache.kafka.clients.admin.StreamsGroupDescription;
import org.apache.kafka.common.Node;
import org.jspecify.annotations.Nullable;

/** What a coordinator says of a group, whatever its type. Of a streams group the fields are read and never its text, which fails in Kafka 4.3. */
record GroupDescription(String state, String protocol, int coordinator, List<GroupMember> members) {

    static GroupDescription of(ClassicGroupDescription group, Predicate<String> topics) {
        return new GroupDescription(
                group.state().toString(),
                group.protocolData(),
                id(group.coordinator()),
                GroupMapper.members(group.members(), topics));
    }

    static GroupDescription of(ConsumerGroupDescription group, Predicate<String> topics) {
        return new GroupDescription(
                group.groupState().toString(),
                group.partitionAssignor(),
                id(group.coordinator()),
                GroupMapper.members(group.members(), topics));
    }

    static GroupDescription of(ShareGroupDescription group, Predicate<String> topics) {
        return new GroupDescription(
                group.groupState().toString(),
                "share",
                id(group.coordinator()),
                GroupMapper.shareMembers(group.members(), topics));
    }

    static GroupDescription of(StreamsGroupDescription group, Predicate<String> topics) {
        return new GroupDescription(
                group.groupState().toString(),
                "streams",
                id(group.coordinator()),
                GroupMapper.streamsMembers(group, topics));
    }

    /** What the list of groups says, when nobody describes the group. */
    static GroupDescription of(GroupListing group) {
        return new GroupDescription(
                group.groupState().map(Object::toString).orElse("Unknown"),
                group.protocol(),
                Gathering.NO_BROKER,
                List.of());
    }

    /** What brokers before 4.0 say of a group that does not exist. */
    boolean dead() {
        return state.equals("Dead");
    }

    private static int id(@Nullable Node node) {
        return node == null || node.isEmpty() ? Gathering.NO_BROKER : node.id();
    }
}
