/** LINE, by its Messaging API. */
@NullMarked
package io.klamm.notifier.channel.line;

import org.jspecify.annotations.NullMarked;
