/** Recording collectors for what PromQL has no function for: who stands out among peers, and what is unlike its own past. */
@NullMarked
package io.klamm.rules.outlier;

import org.jspecify.annotations.NullMarked;
