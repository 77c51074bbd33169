/** Unit tests of rules, in promtool's format: read, run over a store in memory, and what differs said clearly. */
@NullMarked
package io.klamm.rules.unittest;

import org.jspecify.annotations.NullMarked;
