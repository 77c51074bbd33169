/** Any address that takes JSON, written by a template. */
@NullMarked
package io.klamm.notifier.channel.json;

import org.jspecify.annotations.NullMarked;
