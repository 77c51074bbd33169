/** Go's way to write values as text: fmt's verbs, numbers and quotes. */
@NullMarked
package io.klamm.template.format;

import org.jspecify.annotations.NullMarked;
