/** Telegram's bots. */
@NullMarked
package io.klamm.notifier.channel.telegram;

import org.jspecify.annotations.NullMarked;
