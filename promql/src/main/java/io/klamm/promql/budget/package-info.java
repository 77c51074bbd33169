/** What a query may use up: samples in memory, time, a place among the queries that run, and the patience of whoever asked. */
@NullMarked
package io.klamm.promql.budget;

import org.jspecify.annotations.NullMarked;
