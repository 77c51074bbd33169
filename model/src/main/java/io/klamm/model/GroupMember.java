package io.klamm.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One member of a group.
 *
 * @param memberId the coordinator's id of it; Kafka's tools print it as CONSUMER-ID
 * @param instanceId {@code group.instance.id} of a static member, null for a dynamic one
 * @param clientId {@code client.id}
 * @param host where it connects from, without Kafka's leading slash
 * @param assignment what it has been given to read, sorted
 */
public record GroupMember(
        String memberId, @Nullable String instanceId, String clientId, String host, List<TopicPartition> assignment) {

    public GroupMember {
        assignment = assignment.stream().sorted().toList();
    }
}
