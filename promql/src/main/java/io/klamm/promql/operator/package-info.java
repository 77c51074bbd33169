/** The parts that a plan is made of: each gives the series of one node of an expression, one after the other, with their values at all steps. */
@NullMarked
package io.klamm.promql.operator;

import org.jspecify.annotations.NullMarked;
