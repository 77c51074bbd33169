/** Prometheus's language for tests of PromQL: scripts that load series and say what expressions make of them. */
@NullMarked
package io.klamm.promql.script;

import org.jspecify.annotations.NullMarked;
