/** Labels and annotations of alerts as templates. */
@NullMarked
package io.klamm.rules.text;

import org.jspecify.annotations.NullMarked;
