package io.klamm.web.tables;

import io.klamm.model.GroupLag;
import io.klamm.model.PartitionLag;
import io.klamm.model.verdict.PartitionVerdict;
import java.util.Optional;

/**
 * One group's lag on one partition.
 *
 * @param verdict what is said of it, empty for a partition that is not judged
 */
public record LagRow(GroupLag group, PartitionLag lag, Optional<PartitionVerdict> verdict) {}
