/** What all kinds of channels are set up with: the settings of a kind, what the file says for all, and what a channel is given to work with. */
@NullMarked
package io.klamm.notifier.channel.setup;

import org.jspecify.annotations.NullMarked;
