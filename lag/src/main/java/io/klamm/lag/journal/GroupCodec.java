package io.klamm.lag.journal;

import io.klamm.model.Group;
import io.klamm.model.GroupMember;
import io.klamm.model.GroupOffset;
import io.klamm.model.GroupType;
import io.klamm.model.TopicPartition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Groups as bytes: members only where they are others than in the cycle before. One for each segment. */
final class GroupCodec {

    private final Map<String, List<GroupMember>> before = new HashMap<>();

    void write(Output out, List<Group> groups) {
        out.number(groups.size());
        for (Group group : groups) {
            out.text(group.id());
            out.text(group.type().name());
            out.text(group.state());
            out.text(group.protocol());
            out.number(group.coordinator());
            out.number(group.readAt().toEpochMilli());
            writeMembers(out, group);
            writeOffsets(out, group.offsets());
        }
        remember(groups);
    }

    List<Group> read(Input in) {
        int count = in.count();
        List<Group> groups = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            groups.add(readGroup(in));
        }
        remember(groups);
        return groups;
    }

    private Group readGroup(Input in) {
        String id = in.text();
        GroupType type = GroupType.valueOf(in.text());
        String state = in.text();
        String protocol = in.text();
        int coordinator = in.smallNumber();
        Instant readAt = Instant.ofEpochMilli(in.number());
        return new Group(id, type, state, protocol, coordinator, readMembers(in, id), readOffsets(in), readAt);
    }

    private void remember(List<Group> groups) {
        before.clear();
        groups.forEach(group -> before.put(group.id(), group.members()));
    }

    private void writeMembers(Output out, Group group) {
        boolean same = group.members().equals(before.get(group.id()));
        out.flag(same);
        if (same) {
            return;
        }
        out.number(group.members().size());
        for (GroupMember member : group.members()) {
            out.text(member.memberId());
            out.optionalText(member.instanceId());
            out.text(member.clientId());
            out.text(member.host());
            out.number(member.assignment().size());
            member.assignment().forEach(partition -> writePartition(out, partition));
        }
    }

    private List<GroupMember> readMembers(Input in, String group) {
        if (in.flag()) {
            return before.getOrDefault(group, List.of());
        }
        int count = in.count();
        List<GroupMember> members = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            members.add(new GroupMember(in.text(), in.optionalText(), in.text(), in.text(), readPartitions(in)));
        }
        return members;
    }

    private static List<TopicPartition> readPartitions(Input in) {
        int count = in.count();
        List<TopicPartition> partitions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            partitions.add(readPartition(in));
        }
        return partitions;
    }

    private static void writeOffsets(Output out, Optional<List<GroupOffset>> offsets) {
        out.flag(offsets.isPresent());
        if (offsets.isEmpty()) {
            return;
        }
        out.number(offsets.get().size());
        for (GroupOffset offset : offsets.get()) {
            writePartition(out, offset.partition());
            out.number(offset.offset());
            out.flag(offset.reportedLag().isPresent());
            offset.reportedLag().ifPresent(out::number);
        }
    }

    private static Optional<List<GroupOffset>> readOffsets(Input in) {
        if (!in.flag()) {
            return Optional.empty();
        }
        int count = in.count();
        List<GroupOffset> offsets = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            offsets.add(new GroupOffset(
                    readPartition(in), in.number(), in.flag() ? OptionalLong.of(in.number()) : OptionalLong.empty()));
        }
        return Optional.of(offsets);
    }

    static void writePartition(Output out, TopicPartition partition) {
        out.text(partition.topic());
        out.number(partition.partition());
    }

    static TopicPartition readPartition(Input in) {
        return new TopicPartition(in.text(), in.smallNumber());
    }
}
