/** What Klamm does for what a Burrow configuration says. */
@NullMarked
package io.klamm.cmd.burrow;

import org.jspecify.annotations.NullMarked;
