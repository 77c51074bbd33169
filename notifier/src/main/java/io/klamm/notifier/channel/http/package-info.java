/** How a channel talks HTTP: addresses that are secrets, requests that stay where they are sent, and what an answer means for a message. */
@NullMarked
package io.klamm.notifier.channel.http;

import org.jspecify.annotations.NullMarked;
