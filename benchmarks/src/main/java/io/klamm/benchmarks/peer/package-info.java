/** Servers as processes of their own, Klamm's and its peers', measured from outside in the same way. */
@NullMarked
package io.klamm.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
