/** Which receivers an alert goes to, and which group it is told with. */
@NullMarked
package io.klamm.notifier.route;

import org.jspecify.annotations.NullMarked;
