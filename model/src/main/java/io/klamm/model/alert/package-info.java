/** Alerts as rules tell them and as the notifier keeps them, and what both show of themselves. */
@NullMarked
package io.klamm.model.alert;

import org.jspecify.annotations.NullMarked;
