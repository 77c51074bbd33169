/** The log of a store as others may read it: sample by sample in the order of commits, from save-points, while the store goes on. */
@NullMarked
package io.klamm.storage.log;

import org.jspecify.annotations.NullMarked;
