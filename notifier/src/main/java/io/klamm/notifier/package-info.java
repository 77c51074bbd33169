/** What becomes of an alert: routing, grouping, inhibition, silences, and delivery that loses nothing. */
@NullMarked
package io.klamm.notifier;

import org.jspecify.annotations.NullMarked;
