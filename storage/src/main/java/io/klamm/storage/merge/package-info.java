/** One answer out of several stores' answers: blocks with the head, local with remote. */
@NullMarked
package io.klamm.storage.merge;

import org.jspecify.annotations.NullMarked;
