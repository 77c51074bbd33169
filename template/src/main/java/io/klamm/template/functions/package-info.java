/** Sets of functions: Prometheus's, Alertmanager's and Burrow's. */
@NullMarked
package io.klamm.template.functions;

import org.jspecify.annotations.NullMarked;
