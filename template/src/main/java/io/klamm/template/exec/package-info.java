/** Runs a tree on a value, with the language's own functions, within limits. */
@NullMarked
package io.klamm.template.exec;

import org.jspecify.annotations.NullMarked;
