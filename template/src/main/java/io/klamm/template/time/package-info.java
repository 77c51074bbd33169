/** Go's layouts of time, and its text of durations. */
@NullMarked
package io.klamm.template.time;

import org.jspecify.annotations.NullMarked;
