/** What is known of alerts and of what was told of them, what is decided to be told, and how that is kept. */
@NullMarked
package io.klamm.notifier.outbox;

import org.jspecify.annotations.NullMarked;
