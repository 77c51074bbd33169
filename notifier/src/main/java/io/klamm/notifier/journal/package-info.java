/** Small tables that survive a crash: an append-only file, synced before a change counts. */
@NullMarked
package io.klamm.notifier.journal;

import org.jspecify.annotations.NullMarked;
