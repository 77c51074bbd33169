/** Functions over classic histograms: series that differ in {@code le} put together as the buckets of one. */
@NullMarked
package io.klamm.promql.operator.bucket;

import org.jspecify.annotations.NullMarked;
