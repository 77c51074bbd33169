/** What becomes of the alerts of one rule: pending, firing, resolved. Pure: no clock, no store, no threads. */
@NullMarked
package io.klamm.rules.alert;

import org.jspecify.annotations.NullMarked;
