/** Other Alertmanagers, to which alerts are handed on. */
@NullMarked
package io.klamm.notifier.channel.alertmanager;

import org.jspecify.annotations.NullMarked;
