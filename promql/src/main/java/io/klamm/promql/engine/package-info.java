/** The query engine: from an expression and a time to values, within a budget. */
@NullMarked
package io.klamm.promql.engine;

import org.jspecify.annotations.NullMarked;
