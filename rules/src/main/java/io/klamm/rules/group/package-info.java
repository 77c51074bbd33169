/** One group of rules at work: evaluated at a time, what it gives written to the store, alerts told. */
@NullMarked
package io.klamm.rules.group;

import org.jspecify.annotations.NullMarked;
