package io.klamm.model.verdict;

import io.klamm.model.TopicPartition;
import java.util.OptionalLong;

/**
 * What is said of one group on one partition.
 *
 * @param lag end offset less committed offset, never negative; empty where either is unknown
 * @param effectiveLag records that the group can and will read: without transaction markers and compacted gaps, up to the last stable offset for
 *     one that reads committed records only; empty where lag is
 */
public record PartitionVerdict(
        TopicPartition partition,
        Verdict verdict,
        OptionalLong lag,
        OptionalLong effectiveLag,
        Evidence evidence,
        Forecast forecast) {}
