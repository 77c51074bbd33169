/** What is kept of commits and of end offsets over time: small columns of numbers, thinned so that their shape stays. */
@NullMarked
package io.klamm.lag.series;

import org.jspecify.annotations.NullMarked;
