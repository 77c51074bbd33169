/** Spans of the week, the month and the year in which a route speaks or is quiet. */
@NullMarked
package io.klamm.notifier.time;

import org.jspecify.annotations.NullMarked;
