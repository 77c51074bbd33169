/** What a receiver is told, and what it answered. */
@NullMarked
package io.klamm.notifier.message;

import org.jspecify.annotations.NullMarked;
