/** Slack: incoming webhooks, and the Web API with messages that are edited and threads. */
@NullMarked
package io.klamm.notifier.channel.slack;

import org.jspecify.annotations.NullMarked;
