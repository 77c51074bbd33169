package io.klamm.web.tables;

import io.klamm.model.GroupLag;
import io.klamm.model.PartitionLag;

/** One group's lag on one partition. */
public record LagRow(GroupLag group, PartitionLag lag) {}
