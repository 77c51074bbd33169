package io.klamm.notifier.dispatch;

import io.klamm.notifier.message.Channel;
import io.klamm.notifier.message.Message;

/**
 * A message on its way.
 *
 * @param channel the name of the channel
 */
public record Parcel(String channel, Channel to, Message message) {}
