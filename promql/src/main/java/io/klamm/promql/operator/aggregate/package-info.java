/** Aggregations: series put together in groups, row by row as they come, so that only groups are held in memory. */
@NullMarked
package io.klamm.promql.operator.aggregate;

import org.jspecify.annotations.NullMarked;
