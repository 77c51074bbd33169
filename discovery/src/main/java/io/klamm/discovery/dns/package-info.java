/** Targets from the records of name servers. */
@NullMarked
package io.klamm.discovery.dns;

import org.jspecify.annotations.NullMarked;
