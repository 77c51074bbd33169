/** klamm.yaml to records: every problem of a file is reported at once, with its line and what was expected. */
@NullMarked
package io.klamm.config;

import org.jspecify.annotations.NullMarked;
