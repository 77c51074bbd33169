/** Klamm's own judgement: from what is known of one group on one partition to a verdict with its evidence, lag in seconds and forecasts. Pure. */
@NullMarked
package io.klamm.lag.judge;

import org.jspecify.annotations.NullMarked;
