/** Burrow's window and Burrow's rules, exactly: what it stores of each group, and what it says of it. */
@NullMarked
package io.klamm.lag.burrow;

import org.jspecify.annotations.NullMarked;
