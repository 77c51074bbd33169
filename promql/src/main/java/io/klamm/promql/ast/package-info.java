/** The form of a PromQL expression: a closed family of immutable nodes, and the functions, aggregations and operators that exist. */
@NullMarked
package io.klamm.promql.ast;

import org.jspecify.annotations.NullMarked;
