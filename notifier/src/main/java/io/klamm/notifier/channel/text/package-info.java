/** What a message says: its facts, the texts made of them by templates, and how a text is cut to what a service takes. */
@NullMarked
package io.klamm.notifier.channel.text;

import org.jspecify.annotations.NullMarked;
