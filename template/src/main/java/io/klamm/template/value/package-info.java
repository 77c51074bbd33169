/** What templates work on: values without reflection, and the functions that they call. */
@NullMarked
package io.klamm.template.value;

import org.jspecify.annotations.NullMarked;
