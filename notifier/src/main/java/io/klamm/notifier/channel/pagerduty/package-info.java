/** PagerDuty, by version 2 of its Events API. */
@NullMarked
package io.klamm.notifier.channel.pagerduty;

import org.jspecify.annotations.NullMarked;
