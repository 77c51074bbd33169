/** Webhooks that are told in Alertmanager's JSON. */
@NullMarked
package io.klamm.notifier.channel.webhook;

import org.jspecify.annotations.NullMarked;
