/** Discord's webhooks. */
@NullMarked
package io.klamm.notifier.channel.discord;

import org.jspecify.annotations.NullMarked;
