/** PromQL's functions as arithmetic on arrays: windows of samples, rows of values, buckets. They know nothing of stores, labels or plans. */
@NullMarked
package io.klamm.promql.functions;

import org.jspecify.annotations.NullMarked;
