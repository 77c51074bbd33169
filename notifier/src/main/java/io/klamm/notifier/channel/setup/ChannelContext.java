package io.klamm.notifier.channel.setup;

import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * What a channel is given to work with.
 *
 * @param executor where names are looked up and answers taken in
 * @param externalUrl where people find Klamm, without a slash at the end; may be empty
 */
public record ChannelContext(Executor executor, Clock clock, String externalUrl) {}
