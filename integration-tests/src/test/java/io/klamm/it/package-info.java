/** The program as a user runs it: its distribution in processes of its own, real brokers, a real browser. */
@NullMarked
package io.klamm.it;

import org.jspecify.annotations.NullMarked;
