/** What Klamm says of groups: verdicts, the evidence for each, lag in seconds and forecasts. */
@NullMarked
package io.klamm.model.verdict;

import org.jspecify.annotations.NullMarked;
