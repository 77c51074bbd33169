/** Operators between two vectors: which series of one side belong to which of the other is found once for the whole query. */
@NullMarked
package io.klamm.promql.operator.join;

import org.jspecify.annotations.NullMarked;
