/** When groups of rules are evaluated, and on which threads. */
@NullMarked
package io.klamm.rules.schedule;

import org.jspecify.annotations.NullMarked;
