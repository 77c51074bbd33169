/** The columns that an evaluation works on: the steps of a query, the values of one series at all of them, and windows of samples. */
@NullMarked
package io.klamm.promql.row;

import org.jspecify.annotations.NullMarked;
