package io.klamm.lag;

import io.klamm.model.GroupOffset;
import io.klamm.model.verdict.Evidence;
import io.klamm.model.verdict.Forecast;
import io.klamm.model.verdict.PartitionVerdict;
import io.klamm.model.verdict.Rule;
import java.util.Map;
import java.util.OptionalLong;

/** What can be said of a share group on one partition: its records are handed out one by one, so there is no commit to look at, but what its brokers count. */
final class SharedPartitions {

    private SharedPartitions() {}

    static PartitionVerdict judge(GroupOffset offset) {
        OptionalLong lag = offset.reportedLag();
        Rule rule = rule(lag);
        Map<String, Long> facts = lag.isPresent()
                ? Map.of("offset", offset.offset(), "lag", lag.getAsLong())
                : Map.of("offset", offset.offset());
        return new PartitionVerdict(
                offset.partition(), rule.verdict(), lag, lag, Evidence.of(rule, facts), Forecast.NONE);
    }

    private static Rule rule(OptionalLong lag) {
        if (lag.isEmpty()) {
            return Rule.SHARE_LAG_UNKNOWN;
        }
        return lag.getAsLong() == 0 ? Rule.CAUGHT_UP : Rule.SHARE_GROUP;
    }
}
