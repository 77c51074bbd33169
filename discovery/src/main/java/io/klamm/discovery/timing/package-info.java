/** Doing things later: an interface, so that a test turns the clock instead of waiting. */
@NullMarked
package io.klamm.discovery.timing;

import org.jspecify.annotations.NullMarked;
