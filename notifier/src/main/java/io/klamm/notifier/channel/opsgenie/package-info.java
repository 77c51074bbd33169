/** Opsgenie, by version 2 of its Alert API. */
@NullMarked
package io.klamm.notifier.channel.opsgenie;

import org.jspecify.annotations.NullMarked;
