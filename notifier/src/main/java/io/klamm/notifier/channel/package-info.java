/** All ways to tell somebody: the receivers of a configuration file, made into channels. */
@NullMarked
package io.klamm.notifier.channel;

import org.jspecify.annotations.NullMarked;
