package io.klamm.web.burrow;

import io.klamm.model.burrow.BurrowCommit;
import io.klamm.model.burrow.BurrowGroupStatus;
import io.klamm.model.burrow.BurrowPartitionStatus;
import io.klamm.model.burrow.BurrowStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A group's status as Burrow 0.x shows it: only partitions whose window is full are judged, {@code complete} says whether all are, and a lag is
 * that of the time of the commit.
 */
final class V2Status {

    private static final long UNKNOWN = -1;

    private final BurrowGroupStatus status;
    private final List<BurrowPartitionStatus> judged;

    V2Status(BurrowGroupStatus status) {
        this.status = status;
        this.judged = status.partitions().stream()
                .filter(partition -> partition.full() && partition.end().isPresent())
                .toList();
    }

    /** @param all whether partitions that are OK are shown too */
    void write(GoJson json, boolean all) {
        json.field("cluster", status.cluster())
                .field("group", status.group())
                .field("status", worst().name())
                .field("complete", judged.size() == status.partitions().size())
                .array("partitions", shown(all), (out, one) -> out.element(object -> partition(object, one)))
                .field("partition_count", status.partitions().size())
                .object("maxlag", largest(), V2Status::partition)
                .field("totallag", judged.stream().mapToLong(V2Status::lag).sum());
    }

    private BurrowStatus worst() {
        return judged.stream()
                .map(BurrowPartitionStatus::status)
                .max(Comparator.naturalOrder())
                .map(worst -> worst.compareTo(BurrowStatus.ERR) > 0 ? BurrowStatus.ERR : worst)
                .orElse(BurrowStatus.OK);
    }

    private List<BurrowPartitionStatus> shown(boolean all) {
        return judged.stream()
                .filter(partition -> all || partition.status() != BurrowStatus.OK)
                .toList();
    }

    private Optional<BurrowPartitionStatus> largest() {
        Optional<BurrowPartitionStatus> largest = Optional.empty();
        for (BurrowPartitionStatus partition : judged) {
            if (largest.isEmpty() || lag(partition) > lag(largest.get())) {
                largest = Optional.of(partition);
            }
        }
        return largest;
    }

    private static long lag(BurrowPartitionStatus partition) {
        return partition.end().map(end -> end.lag().orElse(0)).orElse(0L);
    }

    private static void partition(GoJson json, BurrowPartitionStatus partition) {
        json.field("topic", partition.topic())
                .field("partition", partition.partition())
                .field("status", partition.status().name())
                .object("start", partition.start(), V2Status::commit)
                .object("end", partition.end(), V2Status::commit);
    }

    private static void commit(GoJson json, BurrowCommit commit) {
        boolean known = commit.lag().isPresent();
        json.field("offset", commit.offset())
                .field("timestamp", commit.timeMillis())
                .field("lag", commit.lag().orElse(UNKNOWN))
                .field("max_offset", known ? commit.offset() + commit.lag().getAsLong() : UNKNOWN);
    }
}
