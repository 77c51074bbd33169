/** Rule files of Prometheus: read strictly, every mistake at once with its place. */
@NullMarked
package io.klamm.rules.file;

import org.jspecify.annotations.NullMarked;
