/** What a reading of a cluster comes to as samples: the metrics' names, labels and help, and the profiles of the tools that they are known from. */
@NullMarked
package io.klamm.metrics;

import org.jspecify.annotations.NullMarked;
