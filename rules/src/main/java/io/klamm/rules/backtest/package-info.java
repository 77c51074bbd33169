/** What alerting rules would have done on the history that is kept. */
@NullMarked
package io.klamm.rules.backtest;

import org.jspecify.annotations.NullMarked;
