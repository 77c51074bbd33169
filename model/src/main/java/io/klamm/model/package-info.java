/** Values that all rooms share: immutable, validated when made, free of I/O. */
@NullMarked
package io.klamm.model;

import org.jspecify.annotations.NullMarked;
