package io.klamm.notifier.channel.setup;

import io.klamm.notifier.message.Channel;

/** What the configuration says of one way to tell somebody. */
public interface ChannelSettings {

    /** The name of its kind, without {@code _configs}. */
    String kind();

    /** Makes the channel, which connects to nothing before its first message. */
    Channel open(ChannelContext context);
}
