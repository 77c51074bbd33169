/** Burrow's configuration file: its keys, its defaults, and what it means by them. */
@NullMarked
package io.klamm.config.burrow;

import org.jspecify.annotations.NullMarked;
