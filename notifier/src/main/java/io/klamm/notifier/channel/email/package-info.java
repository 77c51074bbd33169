/** Mails by SMTP. */
@NullMarked
package io.klamm.notifier.channel.email;

import org.jspecify.annotations.NullMarked;
