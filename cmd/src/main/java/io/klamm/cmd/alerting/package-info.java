/** Rules and the notifier as the server has them: where their settings come from, what they are plugged into, and what people see and do of them. */
@NullMarked
package io.klamm.cmd.alerting;

import org.jspecify.annotations.NullMarked;
