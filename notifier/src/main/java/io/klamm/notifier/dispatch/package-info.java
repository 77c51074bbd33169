/** When which group is told at which channel. */
@NullMarked
package io.klamm.notifier.dispatch;

import org.jspecify.annotations.NullMarked;
