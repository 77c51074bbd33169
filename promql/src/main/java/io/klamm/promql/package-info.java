/** PromQL: lexer, parser, printer, planner, engine, functions. */
@NullMarked
package io.klamm.promql;

import org.jspecify.annotations.NullMarked;
