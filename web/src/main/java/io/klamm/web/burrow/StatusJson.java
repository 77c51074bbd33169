package io.klamm.web.burrow;

import io.klamm.model.burrow.BurrowCommit;
import io.klamm.model.burrow.BurrowGroupStatus;
import io.klamm.model.burrow.BurrowPartition;
import io.klamm.model.burrow.BurrowPartitionStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes groups, partitions and commits, under the names that Burrow gives to the parts. */
final class StatusJson {

    private StatusJson() {}

    /** @param all whether partitions that are OK are shown too */
    static void group(GoJson json, BurrowGroupStatus status, boolean all) {
        json.field("cluster", status.cluster())
                .field("group", status.group())
                .field("status", status.status().name())
                .field("complete", status.complete())
                .array(
                        "partitions",
                        all ? status.partitions() : status.troubled(),
                        (out, partition) -> out.element(object -> partition(object, partition)))
                .field("partition_count", status.partitions().size())
                .object("maxlag", status.maxLag(), StatusJson::partition)
                .field("totallag", status.totalLag());
    }

    private static void partition(GoJson json, BurrowPartitionStatus partition) {
        json.field("topic", partition.topic())
                .field("partition", partition.partition())
                .field("owner", partition.owner())
                .field("client_id", partition.clientId())
                .field("status", partition.status().name())
                .object("start", partition.start(), StatusJson::commit)
                .object("end", partition.end(), StatusJson::commit)
                .field("current_lag", partition.currentLag())
                .field("complete", partition.complete());
    }

    /** An element of a list: a partition with its whole window, slots that are not filled first. */
    static void detail(GoJson json, BurrowPartition partition) {
        json.element(object -> object.array("offsets", slots(partition), StatusJson::slot)
                .field("owner", partition.owner())
                .field("client_id", partition.clientId())
                .field("current-lag", partition.currentLag()));
    }

    private static List<Optional<BurrowCommit>> slots(BurrowPartition partition) {
        List<Optional<BurrowCommit>> slots = new ArrayList<>();
        for (int i = partition.commits().size(); i < partition.slots(); i++) {
            slots.add(Optional.empty());
        }
        partition.commits().forEach(commit -> slots.add(Optional.of(commit)));
        return slots;
    }

    private static void slot(GoJson json, Optional<BurrowCommit> commit) {
        if (commit.isPresent()) {
            json.element(object -> commit(object, commit.get()));
        } else {
            json.elementNull();
        }
    }

    private static void commit(GoJson json, BurrowCommit commit) {
        json.field("offset", commit.offset())
                .field("timestamp", commit.timeMillis())
                .field("observedAt", commit.observedAtMillis())
                .field("lag", commit.lag());
    }
}
