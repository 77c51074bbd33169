/** Which alerts are quiet because others fire. */
@NullMarked
package io.klamm.notifier.inhibit;

import org.jspecify.annotations.NullMarked;
