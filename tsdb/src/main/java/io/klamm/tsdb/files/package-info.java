/** The disk as the store sees it: an interface whose every operation may fail, and the bytes that are put there. */
@NullMarked
package io.klamm.tsdb.files;

import org.jspecify.annotations.NullMarked;
