/** The metrics of clusters written straight into bytes: a pure function of one reading, and the compressed form of it. */
@NullMarked
package io.klamm.web.exposition;

import org.jspecify.annotations.NullMarked;
