/** Consumer lag: pure functions from what was read to what it means. */
@NullMarked
package io.klamm.lag;

import org.jspecify.annotations.NullMarked;
