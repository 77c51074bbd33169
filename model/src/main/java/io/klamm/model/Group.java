package io.klamm.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One group of any type, as its coordinator describes it.
 *
 * @param id group id
 * @param state the coordinator's word for its state: Stable, Empty, PreparingRebalance, Dead ...; Unknown when it did not answer
 * @param protocol assignor or protocol in use, empty where there is none
 * @param coordinator node id of the coordinator, -1 when unknown
 * @param members sorted by member id
 * @param offsets committed offsets sorted by partition; only what is committed. Empty Optional when they could not be read (denied, no
 *     answer), which is not the same as a group that has committed nothing
 * @param readAt when this was read; older than the snapshot for a group whose coordinator did not answer in the last cycle
 */
public record Group(
        String id,
        GroupType type,
        String state,
        String protocol,
        int coordinator,
        List<GroupMember> members,
        Optional<List<GroupOffset>> offsets,
        Instant readAt) {

    public Group {
        members = List.copyOf(members);
        offsets = offsets.map(List::copyOf);
    }
}
