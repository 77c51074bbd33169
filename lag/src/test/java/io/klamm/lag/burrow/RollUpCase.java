package io.klamm.lag.burrow;

import com.fasterxml.jackson.databind.JsonNode;
import io.klamm.model.burrow.BurrowGroupStatus;
import io.klamm.model.burrow.BurrowPartitionStatus;
import io.klamm.model.burrow.BurrowStatus;
import io.klamm.testing.ManualClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The partitions of a group, and what Burrow says of the group. */
final class RollUpCase {

    private RollUpCase() {}

    /** How the group's status differs from what is expected; empty when it does not. */
    static String failure(JsonNode one) {
        BurrowGroupStatus found = found(one);
        List<String> failures = new ArrayList<>();
        if (one.has("group_status")) {
            check(
                    failures,
                    "status",
                    found.status().name(),
                    one.path("group_status").asText());
        }
        if (one.has("group_complete")) {
            check(failures, "complete", found.complete(), (float)
                    one.path("group_complete").asDouble());
        }
        if (one.has("total_lag")) {
            check(failures, "total lag", found.totalLag(), one.path("total_lag").asLong());
        }
        if (one.has("maxlag_partition_index")) {
            int partition = found.maxLag().map(BurrowPartitionStatus::partition).orElse(-1);
            check(
                    failures,
                    "max lag",
                    partition,
                    one.path("maxlag_partition_index").asInt());
        }
        if (one.has("maxlag")) {
            check(
                    failures,
                    "max lag",
                    found.maxLag().isEmpty(),
                    one.path("maxlag").isNull());
        }
        return String.join(", ", failures);
    }

    private static void check(List<String> failures, String what, Object found, Object expected) {
        if (!found.equals(expected)) {
            failures.add(what + ": " + found + " (expected: " + expected + ")");
        }
    }

    private static BurrowGroupStatus found(JsonNode one) {
        if (one.path("group_status").asText().equals("NOTFOUND")) {
            return new BurrowKeeper("local", BurrowSettings.usual(), new ManualClock(Instant.EPOCH)).status("nobody");
        }
        int count = Stream.of("partition_statuses", "partition_completes", "partition_current_lags")
                .mapToInt(key -> one.path(key).size())
                .max()
                .orElse(0);
        List<BurrowPartitionStatus> partitions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            partitions.add(partition(one, i));
        }
        return BurrowEvaluator.rollUp("local", "g", partitions);
    }

    private static BurrowPartitionStatus partition(JsonNode one, int number) {
        JsonNode status = one.path("partition_statuses").path(number);
        return new BurrowPartitionStatus(
                "t",
                number,
                "",
                "",
                status.isMissingNode() ? BurrowStatus.OK : BurrowStatus.valueOf(status.asText()),
                Optional.empty(),
                Optional.empty(),
                one.path("partition_current_lags").path(number).asLong(),
                (float) one.path("partition_completes").path(number).asDouble(1));
    }
}
