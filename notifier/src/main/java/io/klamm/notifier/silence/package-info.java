/** Spans of time in which nobody is told of what matches. */
@NullMarked
package io.klamm.notifier.silence;

import org.jspecify.annotations.NullMarked;
