/** Targets from files, and those written in the configuration itself. */
@NullMarked
package io.klamm.discovery.file;

import org.jspecify.annotations.NullMarked;
